/** Who can verify a name online: 泰州通, 苏服办, 国家网络身份认证. The counter needs no gateway. */
export type OnlineProvider = 'taizhouTong' | 'suFuBan' | 'netId'

export type Ticket = {
  /** Names this verification at the provider; at most 200 characters. */
  ticket: string
  /** Where the provider asks the person; null when it asks in its own app. */
  redirect: string | null
}
export type Verified = {
  outcome: 'passed'
  /** Null with `netId`, which tells neither name nor number. */
  name: string | null
  idNumber: string | null
  /** The provider's own name for the person, the same each time. */
  subject: string
}
export type Verification = Verified | { outcome: 'pending' } | { outcome: 'failed' }

/**
 * - `refused`: the provider won't have us (HTTP 4xx): an operator has to look
 * - `unreachable`: network, timeout, HTTP 5xx or no sensible answer
 * - `busy`: too many at once; later
 * - `forged`: the answer is not signed as the provider signs, is stale, or is about another verification
 * - `gone`: the provider no longer knows the ticket
 */
export type RealNameFailureKind = 'refused' | 'unreachable' | 'busy' | 'forged' | 'gone'

/** Safe to log: holds neither name, number, ticket nor secret, and no `cause` that might. */
export class RealNameFailure extends Error {
  override readonly name = 'RealNameFailure'
  readonly kind: RealNameFailureKind
  /** HTTP status; null without an answer. */
  readonly status: number | null
  constructor(kind: RealNameFailureKind, status: number | null = null, detail = '') {
    super(`real name: ${[kind, status !== null && `http ${status}`, detail].filter(Boolean).join(', ')}`)
    this.kind = kind
    this.status = status
  }
}

export type RealNameGateway = {
  providers: readonly OnlineProvider[]
  /** Begins a verification. `state` is ours and comes back in the answer. Throws RealNameFailure. */
  start(provider: OnlineProvider, ctx: { state: string; subject: string }): Promise<Ticket>
  /** What came of it; may be asked again and again, and says the same. Throws RealNameFailure. */
  finish(provider: OnlineProvider, ctx: { state: string; ticket: string }): Promise<Verification>
}
