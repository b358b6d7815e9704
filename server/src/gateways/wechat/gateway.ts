/**
 * Why WeChat did not give what was asked.
 * - `codeInvalid` 40029: unknown, expired, of another mini-program, or of the other kind of code
 * - `codeUsed` 40163: the login code was exchanged before
 * - `tooOften` 45011: over 100 exchanges by one user in a minute
 * - `highRisk` 40226: WeChat blocks this user. Offer another way and never say why.
 * - `busy` -1: WeChat asked to come again, twice
 * - `tokenInvalid` 40001, 40014, 40125, 42001: WeChat refuses our own secret or access token
 * - `userUnknown` 40003, 43104, 61010: nobody of this mini-program, or not here within two hours
 * - `foreignPhone`: the number is not one of +86
 * - `notSubscribed` 43101: the user did not agree to this message, or has had as many as agreed to
 * - `badMessage` 40003, 40037, 41030, 47003: no such user, template or page, or a blank that WeChat won't take
 * - `unreachable`: network, timeout, an HTTP error or an answer that is not JSON
 * - `unexpected`: any other errcode, or an answer of another shape
 */
export type WechatFailureKind =
  | 'codeInvalid'
  | 'codeUsed'
  | 'tooOften'
  | 'highRisk'
  | 'busy'
  | 'tokenInvalid'
  | 'userUnknown'
  | 'foreignPhone'
  | 'notSubscribed'
  | 'badMessage'
  | 'unreachable'
  | 'unexpected'

export type WechatOperation =
  | 'jscode2session'
  | 'stable_token'
  | 'getuserphonenumber'
  | 'subscribe/send'
  | 'msg_sec_check'
  | 'media_check_async'

type Particulars = { errcode?: number; rid?: string | null; detail?: string }

/** Safe to log: holds neither secret, token, code, openid nor phone number, and no `cause` that might. */
export class WechatFailure extends Error {
  override readonly name = 'WechatFailure'
  readonly operation: WechatOperation
  readonly kind: WechatFailureKind
  /** WeChat's own code; null where it gave none. */
  readonly errcode: number | null
  /** WeChat's request id, which its support and its diagnosis page ask for. */
  readonly rid: string | null
  /** No answer came in time: it may have been done all the same. */
  readonly unknown: boolean

  constructor(operation: WechatOperation, kind: WechatFailureKind, particulars: Particulars = {}) {
    const { errcode = null, rid = null, detail = null } = particulars
    const known = [errcode !== null && `errcode ${errcode}`, rid && `rid ${rid}`, detail].filter(Boolean)
    super(`wechat ${operation}: ${kind}${known.length > 0 ? ` (${known.join(', ')})` : ''}`)
    this.operation = operation
    this.kind = kind
    this.errcode = errcode
    this.rid = rid
    this.unknown = kind === 'unreachable' && detail === 'timeout'
  }
}

/** What kind of place the content is written in: 1 profile, 2 comment, 3 forum, 4 diary. */
export type ContentScene = 1 | 2 | 3 | 4
/** `label` is WeChat's number for the kind of trouble (100: none), in rules.ts of moderation as words. */
export type ContentVerdict = { suggest: 'pass' | 'review' | 'risky'; label: number }

export type WechatSession = { openid: string; unionid: string | null }

export type SubscribeMessage = {
  openid: string
  templateId: string
  /** Where the message leads: `pages/index?id=1`. */
  page: string
  /** By the template's own keys: `thing1`, `time2`. */
  data: Readonly<Record<string, string>>
}
export type CheckedText = { openid: string; scene: ContentScene; content: string; title?: string }
/** `url` is one that WeChat can fetch. */
export type CheckedPicture = { openid: string; scene: ContentScene; url: string }

export type WechatGateway = {
  /**
   * Exchanges the code of `wx.login` (one use, five minutes) for who it is.
   * WeChat's `session_key` is dropped on arrival. Throws WechatFailure.
   */
  code2Session: (loginCode: string) => Promise<WechatSession>
  /**
   * Exchanges the code of the phone number button (one use, five minutes) for an 11-digit mainland number.
   * With `openid` WeChat also checks that the code is this user's: pass it whenever it is known. A mismatch
   * is an errcode that WeChat does not document. Throws WechatFailure.
   */
  phoneNumber: (phoneCode: string, openid?: string) => Promise<{ phone: string }>
  /**
   * Hands over one subscribe message, for which WeChat counts the user's agreement down by one. It knows no
   * idempotency: what timed out (`unknown`) may not be sent again. Throws WechatFailure.
   */
  sendSubscribe: (message: SubscribeMessage) => Promise<void>
  /**
   * What WeChat thinks of a text of at most 2500 characters by one of its users, who must have used the
   * mini-program within two hours. Throws WechatFailure.
   */
  checkText: (text: CheckedText) => Promise<ContentVerdict & { traceId: string }>
  /**
   * Has WeChat fetch a picture of at most 10 MB and look at it. The verdict comes within half an hour as a push
   * (push.ts) under the same trace. Throws WechatFailure.
   */
  checkPicture: (picture: CheckedPicture) => Promise<{ traceId: string }>
}
