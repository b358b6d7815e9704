import type {
  CheckinAnswer,
  CheckinEntry,
  CheckinRow,
} from '@tmt/shared/activities/checkin-staff-contract.ts'
import { MOST_ENTRIES } from '@tmt/shared/activities/checkin-staff-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { ownerHere } from '../../platform/owner.ts'
import { recall, remember } from '../../platform/storage.ts'

const KEY = 'checkins'
/** Names leave the phone soon after the day; what was not taken in yet stays as long as a draft. */
const KEEP_NAMES = 2 * DAY
const KEEP = 30 * DAY

/** What an entry was about when it was made, so that it can be told without the list. */
export type KeptEntry = { entry: CheckinEntry; name: string }
export type Refused = KeptEntry & { outcome: CheckinAnswer['outcome'] }
export type Kept = {
  at: number
  rosterAt: number | null
  rows: CheckinRow[]
  /** Not known to be at the server yet. */
  waiting: KeptEntry[]
  /** Refused by the server, until somebody has read why. */
  refused: Refused[]
}
type All = Record<string, Kept>

const nothing = (now: number): Kept => ({ at: now, rosterAt: null, rows: [], waiting: [], refused: [] })
const nameOf = (id: string) => `${ownerHere()}:${id}`
const all = () => recall<All>(KEY) ?? {}

export function kept(id: string, now = Date.now()): Kept {
  return all()[nameOf(id)] ?? nothing(now)
}
/** Written at once: the app may be gone with the next moment. False when this device keeps nothing. */
export function keep(id: string, value: Kept, now = Date.now()) {
  const others = Object.entries(all()).filter(([name]) => name !== nameOf(id))
  const fresh = others.flatMap(([name, one]): [string, Kept][] => {
    const owed = one.waiting.length + one.refused.length > 0
    if (now - one.at >= (owed ? KEEP : KEEP_NAMES)) return []
    return [[name, now - one.at < KEEP_NAMES ? one : { ...one, rosterAt: null, rows: [] }]]
  })
  return remember(KEY, Object.fromEntries([...fresh, [nameOf(id), { ...value, at: now }]]))
}

/** Whom a code is about, by the list on the phone: undefined when it is not there. */
export function rowOf(rows: readonly CheckinRow[], code: string) {
  const [kind, signupId] = code.split('.')
  if (kind === 'tmp1') return rows.find((row) => row.signupId === signupId)
  const tagged = rows.filter(({ tag }) => tag === code.slice(0, 5))
  return tagged.length === 1 ? tagged[0] : undefined
}

/** What was seen, put down with what it says of the list; the same person ticked twice is one row there. */
export function noted(before: Kept, entry: CheckinEntry): Kept {
  const row =
    entry.how === 'hand'
      ? before.rows.find(({ signupId }) => signupId === entry.signupId)
      : rowOf(before.rows, entry.code)
  const waiting = [...before.waiting, { entry, name: row?.name ?? '名单外的码' }]
  return { ...before, waiting }
}
/** The next ones to send, the oldest first. */
export const nextOnes = ({ waiting }: Kept) => waiting.slice(0, MOST_ENTRIES).map(({ entry }) => entry)

/** What the server said of each: done or already is done with, everything else is told. */
export function answered(before: Kept, answers: readonly CheckinAnswer[]): Kept {
  const said = new Map(answers.map((answer) => [answer.id, answer]))
  const told = before.waiting.filter(({ entry }) => said.has(entry.id))
  const refused = told.flatMap((one): Refused[] => {
    const { outcome, name } = said.get(one.entry.id)!
    return outcome === 'done' || outcome === 'already' ? [] : [{ ...one, name: name ?? one.name, outcome }]
  })
  const stands = new Map(
    answers.flatMap(({ signupId, attended }) => (signupId ? [[signupId, attended]] : [])),
  )
  return {
    ...before,
    waiting: before.waiting.filter(({ entry }) => !said.has(entry.id)),
    refused: [...before.refused, ...refused],
    rows: before.rows.map((row) =>
      stands.has(row.signupId) ? { ...row, attended: stands.get(row.signupId)! } : row,
    ),
  }
}
/** Ids of those who wait on this phone alone. */
export function waitingIds({ rows, waiting }: Kept) {
  return new Set(
    waiting.flatMap(({ entry }) =>
      entry.how === 'hand' ? [entry.signupId] : (rowOf(rows, entry.code)?.signupId ?? []),
    ),
  )
}
