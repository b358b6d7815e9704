import { DAY } from '../time.ts'
import type { Cause, CheckState, Reason } from './contract.ts'

/** How soon a person has looked at what waits (our own). */
export const LOOK_WITHIN = DAY

/**
 * The one place that says whether others see something. What a community's staff publish is shown while it is
 * looked at, since they answer for it by name; what residents write is shown only once it was found good. What
 * was shown and is reported stays until a person has looked; what was hidden stays so until then.
 * @param was whether it was shown before; null for new words
 */
export function isShown(state: CheckState, { official, was }: { official: boolean; was: boolean | null }) {
  if (state === 'passed' || state === 'kept') return true
  return state === 'hidden' ? false : (was ?? official)
}

/** What follows from the gateway's verdict. */
export function stateAfter(suggest: 'pass' | 'review' | 'risky'): { state: CheckState; cause: Cause | null } {
  if (suggest === 'pass') return { state: 'passed', cause: null }
  return suggest === 'risky' ? { state: 'hidden', cause: 'risky' } : { state: 'review', cause: 'doubtful' }
}
const severity = { pass: 0, review: 1, risky: 2 }
/** The verdict on a text that was asked about in pieces. Fails on none. */
export function worst<V extends { suggest: keyof typeof severity }>(verdicts: readonly V[]): V {
  return verdicts.reduce((a, b) => (severity[b.suggest] > severity[a.suggest] ? b : a))
}
/** WeChat takes 2500 characters at a time. */
export const PIECE = 2500
/** How much one piece repeats of the one before, so that no word is cut in two unseen. */
export const OVERLAP = 50
export function piecesOf(text: string): string[] {
  const points = Array.from(text)
  const pieces = [points.slice(0, PIECE).join('')]
  for (let at = PIECE - OVERLAP; at + OVERLAP < points.length; at += PIECE - OVERLAP)
    pieces.push(points.slice(at, at + PIECE).join(''))
  return pieces
}

type Checked = { state: CheckState; authorId: string; hiddenBy: string | null }
type Appealed = { appealedAt: number | null; appealOutcome: string | null }

/** Why a person can't let it stand, or null. */
export function obstacleToKeep(c: Checked, personId: string) {
  if (c.state !== 'review' && c.state !== 'checking') return 'decided'
  return c.authorId === personId ? 'ownWords' : null
}
/** Why a person can't hide it, or null; what was let stand may be hidden later. */
export function obstacleToHide(c: Checked, personId: string, given: { reason: Reason; note: string }) {
  if (c.state === 'hidden') return 'decided'
  if (c.authorId === personId) return 'ownWords'
  return obstacleToReason(given)
}
export function obstacleToReason({ reason, note }: { reason: Reason; note: string }) {
  return reason === 'other' && note.trim() === '' ? 'noteMissing' : null
}
export function obstacleToAppeal(c: Checked & Appealed) {
  if (c.state !== 'hidden') return 'notHidden'
  return c.appealedAt === null ? null : 'alreadyAppealed'
}
/** Somebody else than who hid it answers, so that it is looked at anew. */
export function obstacleToDecideAppeal(c: Checked & Appealed, personId: string) {
  if (c.state !== 'hidden' || c.appealedAt === null || c.appealOutcome !== null) return 'noAppeal'
  if (c.authorId === personId) return 'ownWords'
  return c.hiddenBy === personId ? 'hiddenByYou' : null
}
