import { obstacleToSms, obstacleToSubscribe, sayParam, blanksOf } from '@tmt/shared/messages/rules.ts'
import { type Params, specOf } from '@tmt/shared/messages/templates.ts'
import type { About, Channel, Template } from '@tmt/shared/messages/contract.ts'
import { SmsFailure, type SmsGateway } from '../gateways/sms/gateway.ts'
import { WechatFailure, type WechatGateway } from '../gateways/wechat/gateway.ts'
import { fitted } from '../gateways/wechat/subscribe-data.ts'
import type { WechatTemplates } from '../platform/config.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Outcome, Recipient } from './delivery-store.ts'

export type Ways = {
  secrets: Secrets
  sms: SmsGateway | null
  wechat: WechatGateway | null
  wechatTemplates: WechatTemplates
}
export type Said = { template: Template; params: Params; urgent: boolean; at: number; about: About | null }

/** Longer ones make two messages of one, or are refused. */
const BLANK = 30
/** What fills the blanks of an SMS: the same at every try, since the provider knows a repeated message by it. */
function smsParams({ template, params, at }: Said) {
  const blanks = new Set(blanksOf(specOf(template).sms ?? ''))
  const cut = (text: string) => {
    const signs = Array.from(text)
    return signs.length <= BLANK ? text : `${signs.slice(0, BLANK - 1).join('')}…`
  }
  return Object.fromEntries([...blanks].map((name) => [name, cut(sayParam(params[name], at)) || '无']))
}

/** What would be done next for one person on one way: it is skipped for a reason, or sent. */
export function obstacleTo(channel: Channel, said: Said, to: Recipient, ways: Ways) {
  const standing = {
    template: said.template,
    urgent: said.urgent,
    hasWechat: to.openid !== null,
    subscriptions: to.subscriptions ?? 0,
    wants: to.wants,
    open: {
      subscribe: ways.wechat !== null && said.template in ways.wechatTemplates,
      sms: ways.sms !== null,
    },
  }
  return channel === 'subscribe' ? obstacleToSubscribe(standing) : obstacleToSms(standing)
}

/** Tries on WeChat before another way is taken; a quarter of a minute with the pauses between them. */
const WECHAT_TRIES = 4
/** Tries by SMS before it is given up: more than two hours with the pauses between them. */
const SMS_TRIES = 13

async function subscribe(said: Said, to: Recipient, tries: number, ways: Ways): Promise<Outcome> {
  const { id: templateId, data } = ways.wechatTemplates[said.template]!
  const values = Object.entries(data).map(([key, name]) => [key, fitted(key, said.params[name] ?? '')])
  const { page } = specOf(said.template)
  const message = {
    openid: to.openid!,
    templateId,
    page: said.about ? `${page}${said.about.id}` : page.split('?')[0]!,
    data: Object.fromEntries(values) as Record<string, string>,
  }
  try {
    await ways.wechat!.sendSubscribe(message)
    return { state: 'sent' }
  } catch (error) {
    if (!(error instanceof WechatFailure)) throw error
    // WeChat knows no idempotency: what may have been sent is not sent again.
    if (error.unknown) return { state: 'failed', why: 'unknown' }
    const passing = ['busy', 'unreachable', 'tokenInvalid', 'tooOften'].includes(error.kind)
    return { state: passing && tries < WECHAT_TRIES ? 'queued' : 'failed', why: error.kind }
  }
}
async function text(said: Said, to: Recipient, tries: number, ways: Ways): Promise<Outcome> {
  const message = {
    phone: ways.secrets.unseal(to.phoneSealed),
    template: said.template,
    params: smsParams(said),
    idempotencyKey: `${to.id}.sms`,
  }
  try {
    return { state: 'sent', ...(await ways.sms!.send(message)) }
  } catch (error) {
    if (!(error instanceof SmsFailure)) throw error
    // 401 and 403 are about us and may be mended; a number that is refused stays refused.
    const final = error.kind === 'refused' && error.status !== 401 && error.status !== 403
    return { state: final || tries >= SMS_TRIES ? 'failed' : 'queued', why: error.kind }
  }
}
export const sendBy = { subscribe, sms: text }
