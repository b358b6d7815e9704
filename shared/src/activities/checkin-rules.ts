import { DAY, MINUTE } from '../time.ts'
import type { Gcj02 } from './detail-contract.ts'

/** How somebody can be checked in at an activity (《领域规格》 §7.3). */
export const checkinModes = ['code', 'scan', 'geo', 'hand'] as const
export type CheckinMode = (typeof checkinModes)[number]
/** What holds as long as nobody has chosen. */
export const defaultModes: readonly CheckinMode[] = ['code', 'hand']

/** A code is good for its own slot and the ones beside it. */
export const SLOT = 30_000
const BESIDE = 1
/** A phone without network measures by its own clock, which may be a minute off. */
const BESIDE_OFFLINE = 3
export const OPENS_BEFORE = 30 * MINUTE
export const NEAR_METRES = 200
/** What a phone kept is taken for so long after the end. */
const SYNC_WITHIN = 7 * DAY
const CLOCK_AHEAD = 2 * MINUTE

export const slotOf = (at: number) => Math.floor(at / SLOT)

/** Whether a code of this slot was on a screen at that instant. */
export function isFresh(slot: number, at: number, { offline = false } = {}) {
  return Math.abs(slotOf(at) - slot) <= (offline ? BESIDE_OFFLINE : BESIDE)
}

type Held = { status: string; startsAt: number; endsAt: number; modes: readonly CheckinMode[] }

/** Why nobody can be checked in like this at this instant, or null. Before the end and not at it. */
export function obstacleToCheckIn(a: Held, mode: CheckinMode, at: number) {
  if (a.status === 'cancelled') return 'cancelled'
  // What was put off has no beginning yet.
  if (a.status === 'postponed' || at < a.startsAt - OPENS_BEFORE) return 'tooEarly'
  if (at >= a.endsAt) return 'tooLate'
  return a.modes.includes(mode) ? null : 'otherMode'
}

/** Why something that a phone kept can't be taken in any more, or not yet, or null. */
export function obstacleToSync(a: Held, kept: { mode: CheckinMode; at: number }, now: number) {
  if (kept.at > now + CLOCK_AHEAD) return 'future'
  if (now >= a.endsAt + SYNC_WITHIN) return 'syncedLate'
  return obstacleToCheckIn(a, kept.mode, kept.at)
}

const EARTH = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180
export function metresBetween(a: Gcj02, b: Gcj02) {
  const lat = radians(b.lat - a.lat)
  const lng = radians(b.lng - a.lng)
  const h =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lng / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)))
}
export const isNear = (place: Gcj02, position: Gcj02) => metresBetween(place, position) <= NEAR_METRES
