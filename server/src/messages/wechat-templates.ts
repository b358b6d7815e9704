import { Template } from '@tmt/shared/messages/contract.ts'
import { specOf } from '@tmt/shared/messages/templates.ts'
import { keyPattern } from '../gateways/wechat/subscribe-data.ts'
import { ConfigError, type WechatTemplates } from '../platform/config.ts'

/**
 * A mistake in the operator's table is told at the start, not at the first message that is not sent.
 * @throws ConfigError
 */
export function checkTemplates(configured: WechatTemplates) {
  const wrong = (what: string) => new ConfigError(`环境变量 WECHAT_TEMPLATES 不对：${what}`)
  for (const [name, { data }] of Object.entries(configured)) {
    const template = Template.safeParse(name)
    const offered = Template.options.filter((one) => specOf(one).asksAt !== null)
    if (!template.success || !offered.includes(template.data))
      throw wrong(`没有消息 ${name}，有 ${offered.join('、')}`)
    const { params } = specOf(template.data)
    for (const [key, param] of Object.entries(data)) {
      if (!keyPattern.test(key)) throw wrong(`${name} 的 ${key} 不是能填的字段`)
      if (!(param in params)) throw wrong(`${name} 没有 ${param}，有 ${Object.keys(params).join('、')}`)
    }
  }
}
