import { timingSafeEqual } from 'node:crypto'
import type { Codes } from '@tmt/shared/activities/checkin-contract.ts'
import { isFresh, SLOT, slotOf } from '@tmt/shared/activities/checkin-rules.ts'
import type { Secrets } from '../platform/secrets.ts'

/** For the next ten minutes: who shows codes asks again long before, and goes on without network. */
const AHEAD = 20
const ACTIVITY = 'activity code'
const OWN = 'own code'
/** What is typed was shown before, if it is one of the last ten minutes. */
const REMEMBERED = 20

const macOf = (secrets: Secrets, use: string, id: string, slot: number) =>
  secrets.index(use, `${id} ${slot}`).slice(0, 22)
/** So many decimal digits of a proof; 48 bits of it, so that none is likelier than others to matter. */
const digitsOf = (secrets: Secrets, use: string, id: string, digits: number) =>
  String(
    Buffer.from(secrets.index(`${use} digits`, id), 'base64url').readUIntBE(0, 6) % 10 ** digits,
  ).padStart(digits, '0')
function isSame(a: string, b: string) {
  const [given, right] = [Buffer.from(a), Buffer.from(b)]
  return given.length === right.length && timingSafeEqual(given, right)
}

const activityDigits = (secrets: Secrets, id: string, slot: number) =>
  digitsOf(secrets, ACTIVITY, `${id} ${slot}`, 6)
/** Five digits that stay, by which a person is found, and three that change. */
export const tagOf = (secrets: Secrets, signupId: string) => digitsOf(secrets, OWN, signupId, 5)
const ownDigits = (secrets: Secrets, signupId: string, slot: number) =>
  tagOf(secrets, signupId) + digitsOf(secrets, OWN, `${signupId} ${slot}`, 3)

function codesFrom(now: number, codeOf: (slot: number) => { token: string; digits: string }): Codes {
  const first = slotOf(now)
  return { now, from: first * SLOT, items: Array.from({ length: AHEAD }, (_, i) => codeOf(first + i)) }
}
/** What the screen at the door shows, slot by slot. */
export const activityCodes = (secrets: Secrets, id: string, now: number) =>
  codesFrom(now, (slot) => ({
    token: `tmc1.${id}.${slot}.${macOf(secrets, ACTIVITY, id, slot)}`,
    digits: activityDigits(secrets, id, slot),
  }))
/** What a resident shows. */
export const ownCodes = (secrets: Secrets, signupId: string, now: number) =>
  codesFrom(now, (slot) => ({
    token: `tmp1.${signupId}.${slot}.${macOf(secrets, OWN, signupId, slot)}`,
    digits: ownDigits(secrets, signupId, slot),
  }))

/** Why this code does not open the door of this activity now, or null. */
export function obstacleToCode(secrets: Secrets, activityId: string, code: string, now: number) {
  if (!code.startsWith('tmc1.')) {
    const current = slotOf(now)
    const slots = Array.from({ length: REMEMBERED }, (_, i) => current + 1 - i)
    const slot = slots.find((one) => isSame(activityDigits(secrets, activityId, one), code))
    if (slot === undefined) return 'wrongCode'
    return isFresh(slot, now) ? null : 'expiredCode'
  }
  const [, id = '', slot = '', mac = ''] = code.split('.')
  if (!isSame(macOf(secrets, ACTIVITY, id, Number(slot)), mac)) return 'wrongCode'
  if (id !== activityId) return 'otherActivity'
  return isFresh(Number(slot), now) ? null : 'expiredCode'
}

/** Whose scanned code this is, and of which slot; undefined when we did not make it. */
export function readOwnToken(secrets: Secrets, code: string) {
  const [, signupId = '', slot = '', mac = ''] = code.split('.')
  if (!isSame(macOf(secrets, OWN, signupId, Number(slot)), mac)) return undefined
  return { signupId, slot: Number(slot) }
}
/** Whether this person's typed digits were on their screen then. */
export function isOwnDigits(secrets: Secrets, signupId: string, digits: string, at: number) {
  const around = [-3, -2, -1, 0, 1, 2, 3].map((away) => slotOf(at) + away)
  return around.some((slot) => isSame(ownDigits(secrets, signupId, slot), digits))
}
