/** What may be said by SMS: the operator approves each text beforehand, we send its name and its blanks. */
export type SmsMessage = {
  /** 11-digit mainland number. */
  phone: string
  /** The approved text's name: one of templates.ts, or of the portal's messages. */
  template: string
  params: Readonly<Record<string, string | number>>
  /** The same message has the same key however often it is sent; at most 80 of `A-Z a-z 0-9 . _ -`. */
  idempotencyKey: string
}

/**
 * - `refused`: the provider won't send this (number, text) or won't have us (HTTP 401, 403): again is useless
 * - `busy`: too many at once, nothing was sent; later
 * - `unreachable`: network, timeout, HTTP 5xx or no sensible answer. It may have been sent all the same: try
 *   again with the same key.
 */
export type SmsFailureKind = 'refused' | 'unreachable' | 'busy'

type Particulars = { status?: number; reason?: string | null; detail?: string; retryAfter?: number | null }

/** Safe to log: holds neither number, code nor secret, and no `cause` that might. */
export class SmsFailure extends Error {
  override readonly name = 'SmsFailure'
  readonly kind: SmsFailureKind
  /** HTTP status; null without an answer. */
  readonly status: number | null
  /** The provider's own word for it; null where it gave none. */
  readonly reason: string | null
  /** Seconds after which to ask again, if the provider said so. */
  readonly retryAfter: number | null

  constructor(kind: SmsFailureKind, particulars: Particulars = {}) {
    const { status = null, reason = null, detail = null, retryAfter = null } = particulars
    const known = [status !== null && `http ${status}`, reason, detail].filter(Boolean)
    super(`sms: ${kind}${known.length > 0 ? ` (${known.join(', ')})` : ''}`)
    this.kind = kind
    this.status = status
    this.reason = reason
    this.retryAfter = retryAfter
  }
}

export type SmsGateway = {
  /**
   * Hands one message to the provider, which has then taken it on, not delivered it. Makes one request and
   * tries nothing twice: that is for the caller, who keeps the key. Throws SmsFailure.
   */
  send: (message: SmsMessage) => Promise<{ providerId: string }>
}
