import { Phone } from '@tmt/shared/codes.ts'
import { createAccessTokens } from './access-token.ts'
import { AccessToken, PhoneAnswer, PictureTaken, Sent, Session, TextVerdict } from './answers.ts'
import { createExchange } from './exchange.ts'
import { WechatFailure } from './gateway.ts'
import type { WechatGateway } from './gateway.ts'

export type WechatOptions = {
  appId: string
  secret: string
  /** `https://api.weixin.qq.com` when left out; plain http is taken for loopback alone. */
  host?: string
  fetch?: typeof fetch
  /** Epoch milliseconds. */
  now?: () => number
  /** Of one request; a call is one or two, and with retries and a new access token eight at the most. */
  timeoutMs?: number
  /** Before the one retry that WeChat's -1 asks for. */
  retryWaitMs?: number
}

/** `media_type`; 1 is sound. */
const PICTURE = 2

/**
 * WeChat's server interface: 小程序登录 (code2Session), 获取手机号 (getPhoneNumber), 获取稳定版接口调用凭据
 * (getStableAccessToken), 发送订阅消息 (subscribeMessage.send), 文本内容安全识别 (msgSecCheck 2.0) and 多媒体内容安全识别
 * (mediaCheckAsync 2.0), as documented at developers.weixin.qq.com/miniprogram/dev/server/API. 40163 is not
 * documented, but given. The token is never refreshed by force, which WeChat allows 20 times a day.
 */
export function createWechat(options: WechatOptions): WechatGateway {
  const { appId, secret, host = 'https://api.weixin.qq.com', now = Date.now } = options
  const { fetch = globalThis.fetch, timeoutMs = 5000, retryWaitMs = 300 } = options
  const exchange = createExchange({ host, fetch, timeoutMs, retryWaitMs })

  const tokens = createAccessTokens(async () => {
    const { access_token, expires_in } = await exchange({
      operation: 'stable_token',
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid: appId, secret },
      answer: AccessToken,
    })
    return { token: access_token, expiresIn: expires_in }
  }, now)

  /** A token may die early, by a forced refresh elsewhere or a changed secret: one more try with the next. */
  async function withToken<T>(ask: (token: string) => Promise<T>) {
    const token = await tokens.get()
    try {
      return await ask(token)
    } catch (error) {
      if (!(error instanceof WechatFailure && error.kind === 'tokenInvalid')) throw error
      tokens.drop(token)
      return ask(await tokens.get())
    }
  }

  return {
    async code2Session(loginCode) {
      const { openid, unionid = null } = await exchange({
        operation: 'jscode2session',
        path: '/sns/jscode2session',
        query: { appid: appId, secret, js_code: loginCode, grant_type: 'authorization_code' },
        answer: Session,
      })
      return { openid, unionid }
    },

    async phoneNumber(phoneCode, openid) {
      const operation = 'getuserphonenumber'
      const { phone_info } = await withToken((token) =>
        exchange({
          operation,
          path: '/wxa/business/getuserphonenumber',
          query: { access_token: token },
          body: { code: phoneCode, ...(openid !== undefined && { openid }) },
          answer: PhoneAnswer,
        }),
      )
      if (String(phone_info.countryCode).replace('+', '') !== '86') {
        throw new WechatFailure(operation, 'foreignPhone')
      }
      const phone = Phone.safeParse(phone_info.purePhoneNumber)
      if (!phone.success) throw new WechatFailure(operation, 'unexpected', { detail: 'shape' })
      return { phone: phone.data }
    },

    async sendSubscribe({ openid, templateId, page, data }) {
      const values = Object.entries(data).map(([key, value]) => [key, { value }])
      await withToken((token) =>
        exchange({
          operation: 'subscribe/send',
          path: '/cgi-bin/message/subscribe/send',
          query: { access_token: token },
          body: { touser: openid, template_id: templateId, page, data: Object.fromEntries(values) },
          answer: Sent,
        }),
      )
    },

    async checkText({ openid, scene, content, title }) {
      const { trace_id, result } = await withToken((token) =>
        exchange({
          operation: 'msg_sec_check',
          path: '/wxa/msg_sec_check',
          query: { access_token: token },
          body: { version: 2, openid, scene, content, ...(title !== undefined && { title }) },
          answer: TextVerdict,
        }),
      )
      return { suggest: result.suggest, label: Number(result.label), traceId: trace_id }
    },

    async checkPicture({ openid, scene, url }) {
      const { trace_id } = await withToken((token) =>
        exchange({
          operation: 'media_check_async',
          path: '/wxa/media_check_async',
          query: { access_token: token },
          body: { version: 2, openid, scene, media_url: url, media_type: PICTURE },
          answer: PictureTaken,
        }),
      )
      return { traceId: trace_id }
    },
  }
}
