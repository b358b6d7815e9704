import { atShanghai, DAY, MINUTE, shanghai } from '../time.ts'
import type { Evidence, Kind, Reason, Status } from './contract.ts'
import type { Conflict, Outcome } from './staff-contract.ts'

export type Action =
  | 'save'
  | 'submit'
  | 'withdraw'
  | 'verify'
  | 'needMore'
  | 'reject'
  | 'confirm'
  | 'expire'
  | 'moveOut'
  | 'revoke'

/** What the person may write over: nothing that waits for an answer or has a good one. */
const editable: readonly Status[] = ['draft', 'needMore', 'rejected', 'expired', 'movedOut', 'revoked']
/** The whole machine (《领域规格》 §2.6). */
export const transitions: Record<Action, { from: readonly Status[]; to: Status }> = {
  save: { from: editable, to: 'draft' },
  submit: { from: editable, to: 'pending' },
  withdraw: { from: ['pending', 'needMore'], to: 'draft' },
  verify: { from: ['pending'], to: 'verified' },
  needMore: { from: ['pending'], to: 'needMore' },
  reject: { from: ['pending'], to: 'rejected' },
  confirm: { from: ['verified'], to: 'verified' },
  expire: { from: ['verified'], to: 'expired' },
  moveOut: { from: ['verified', 'expired'], to: 'movedOut' },
  revoke: { from: ['verified'], to: 'revoked' },
}
/** Where an action leads; null where it can't be done. */
export function next(status: Status, action: Action): Status | null {
  const { from, to } = transitions[action]
  return from.includes(status) ? to : null
}
export const actionOf: Record<Outcome, Action> = {
  verified: 'verify',
  needMore: 'needMore',
  rejected: 'reject',
}

/** Who of those at a door are its residents, and so of its household; owners and those who work there are not. */
export function isResident(kind: Kind) {
  return kind === 'hukouAndLive' || kind === 'hukouOnly' || kind === 'liveOnly'
}

/** One door however it is written: `2单元301室`, `２－３０１`, `2 单元 301`. */
export function doorKey(door: string) {
  return (
    door
      .normalize('NFKC')
      .toUpperCase()
      // Capitals of some letters come apart: `ῒ`.
      .normalize('NFKC')
      .replace(/单元|号楼|[栋幢号室户座]|[\p{P}\p{S}\s]+/gu, '-')
      .replace(/-+/g, '-')
      .replace(/^-|-$/g, '')
  )
}

type Facts = { since: number; kind: Kind; evidence: Evidence; certTail: string | null }
export function obstacleToFacts({ since, kind, evidence, certTail }: Facts, now: number) {
  if (since > now) return 'sinceLater'
  return kind === 'ownerOnly' && evidence === 'propertyCert' && certTail === null ? 'certNeeded' : null
}

/** Working days (《领域规格》 §2.6). */
export const DAYS_TO_VERIFY = 3
/** How often those whose answer is late are looked for: nobody waits longer until the community is urged. */
export const URGE_EVERY = 10 * MINUTE

/** The first instant after a year; a 29 February ends with its month (《民法典》第二百零二条). */
export function confirmByAfter(from: number) {
  const { year, month, day } = shanghai(from)
  const last = Math.min(day, shanghai(atShanghai(year + 1, month + 1, 1) - DAY).day)
  return atShanghai(year + 1, month, last) + DAY
}
/** How long before its end a residency can be confirmed, and the person is reminded. */
export const CONFIRM_AHEAD = 30 * DAY
/** What a residency wants from its person now, or null. */
export function dueOf({ status, confirmBy }: { status: Status; confirmBy: number | null }, now: number) {
  if (status === 'needMore' || status === 'expired') return status
  const ending = status === 'verified' && confirmBy !== null && now >= confirmBy - CONFIRM_AHEAD
  return ending && now < confirmBy ? 'ending' : null
}
export function obstacleToConfirm(r: { status: Status; confirmBy: number | null }, now: number) {
  if (r.status === 'expired') return 'lapsed'
  if (r.status !== 'verified' || r.confirmBy === null) return 'notVerified'
  if (now >= r.confirmBy) return 'lapsed'
  return now < r.confirmBy - CONFIRM_AHEAD ? 'tooEarly' : null
}

/** Who is related by a declaration of either side is never the one to decide (《领域规格》 §2.2). */
export function conflictOf(verifier: {
  self: boolean
  declared: boolean
  related: boolean
}): Conflict | null {
  if (verifier.self) return 'ownClaim'
  if (!verifier.declared) return 'declareFirst'
  return verifier.related ? 'relative' : null
}
type Decision = {
  outcome: Outcome
  evidence?: unknown
  reason?: Reason | undefined
  note?: string | undefined
}
/** What is missing from a decision, or null. */
export function obstacleToDecision({ outcome, evidence, reason, note = '' }: Decision) {
  if (outcome === 'verified') return evidence === undefined ? 'evidenceNeeded' : null
  if (reason === undefined) return 'reasonNeeded'
  return reason === 'other' && note.trim() === '' ? 'noteNeeded' : null
}
/** Why a claim in this status can't be decided any more, or null. */
export function obstacleToDecide(status: Status) {
  if (status === 'pending') return null
  return status === 'draft' ? 'withdrawn' : 'decided'
}

/** The reasons that fit each answer, in the order in which they are offered. */
export const reasonsFor: Record<'needMore' | 'rejected' | 'revoked', readonly Reason[]> = {
  needMore: ['doorUnclear', 'evidenceMissing', 'notMet', 'other'],
  rejected: ['notThere', 'otherCommunity', 'duplicate', 'other'],
  revoked: ['notThere', 'duplicate', 'other'],
}
export const MAX_RESIDENCIES = 6
