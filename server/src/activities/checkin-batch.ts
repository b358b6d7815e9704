import { type CheckinMode, isFresh, obstacleToSync } from '@tmt/shared/activities/checkin-rules.ts'
import type { CheckinAnswer, CheckinEntry, Outcome } from '@tmt/shared/activities/checkin-staff-contract.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import {
  expectedIn,
  findPlaces,
  insertAttendances,
  type NewAttendance,
  type Place,
} from './attendance-store.ts'
import { isOwnDigits, readOwnToken, tagOf } from './checkin-codes.ts'
import type { Held } from './checkin-routes.ts'

const isTyped = (code: string) => !code.startsWith('tmp1.')
type Meant = { entry: CheckinEntry; signupId: string | null; wrong: Outcome | null }

/** Whom typed digits may mean: the places by the five of them that stay. */
async function tagged(db: Read, secrets: Secrets, activityId: string, entries: readonly CheckinEntry[]) {
  const byTag = new Map<string, string[]>()
  if (!entries.some((entry) => entry.how === 'scan' && isTyped(entry.code))) return byTag
  for (const id of await expectedIn(db, activityId)) {
    const tag = tagOf(secrets, id)
    byTag.set(tag, [...(byTag.get(tag) ?? []), id])
  }
  return byTag
}

/** Whom an entry is about, and whether its code was good at the instant that it names. */
function read(secrets: Secrets, entry: CheckinEntry, byTag: Map<string, string[]>): Meant {
  if (entry.how === 'hand') return { entry, signupId: entry.signupId, wrong: null }
  if (isTyped(entry.code)) {
    const meant = byTag.get(entry.code.slice(0, 5)) ?? []
    const shown = meant.find((id) => isOwnDigits(secrets, id, entry.code, entry.at))
    if (shown !== undefined) return { entry, signupId: shown, wrong: null }
    // The person is known, the changing digits are not of that moment.
    const only = meant.length === 1 ? meant[0]! : null
    return { entry, signupId: only, wrong: only === null ? 'wrongCode' : 'expiredCode' }
  }
  const token = readOwnToken(secrets, entry.code)
  if (!token) return { entry, signupId: null, wrong: 'wrongCode' }
  const fresh = isFresh(token.slot, entry.at, { offline: true })
  return { entry, signupId: token.signupId, wrong: fresh ? null : 'expiredCode' }
}

/**
 * Takes in what phones saw, one answer for each: at once or hours later, once or again. The place's row decides which
 * of two phones was first; the other is told who was.
 */
export async function takeIn(
  tx: Write,
  {
    held,
    entries,
    by,
    secrets,
    now,
  }: { held: Held; entries: readonly CheckinEntry[]; by: string; secrets: Secrets; now: number },
): Promise<CheckinAnswer[]> {
  const byTag = await tagged(tx, secrets, held.id, entries)
  const all = entries.map((entry) => read(secrets, entry, byTag))
  const ids = [...new Set(all.flatMap(({ signupId }) => signupId ?? []))]
  const places = await findPlaces(tx, secrets, held.id, ids)
  const refused = (one: Meant): Outcome | null => {
    const { entry, signupId, wrong } = one
    const mode: CheckinMode = entry.how
    if (signupId !== null && !places.has(signupId)) return entry.how === 'scan' ? 'otherActivity' : 'unknown'
    return wrong ?? obstacleToSync(held, { mode, at: entry.at }, now)
  }
  const judged = all.map((one) => ({ ...one, outcome: refused(one) }))
  const rows = new Map<string, NewAttendance>()
  const first = new Map<string, string>()
  for (const { entry, signupId, outcome } of judged) {
    if (outcome !== null || signupId === null || rows.has(signupId)) continue
    rows.set(signupId, { signupId, activityId: held.id, how: entry.how, recordedBy: by, at: entry.at })
    first.set(signupId, entry.id)
  }
  const put = await insertAttendances(tx, [...rows.values()], now)
  const after = await findPlaces(tx, secrets, held.id, ids)
  return judged.map(({ entry, signupId, outcome }) => {
    const place = signupId === null ? undefined : after.get(signupId)
    return { id: entry.id, outcome: outcome ?? said(place, entry, put, first), ...who(place) }
  })
}
function said(
  place: Place | undefined,
  entry: CheckinEntry,
  put: Set<string>,
  first: Map<string, string>,
): Outcome {
  if (!place) return 'unknown'
  if (put.has(place.signupId) && first.get(place.signupId) === entry.id) return 'done'
  return place.attended ? 'already' : 'undone'
}
const who = (place: Place | undefined) => ({
  signupId: place?.signupId ?? null,
  name: place?.name ?? null,
  attended: place?.attended ?? null,
})
