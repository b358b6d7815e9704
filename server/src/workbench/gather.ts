import { byPressing, type DueCounts } from '@tmt/shared/due.ts'
import type { Actor } from '../platform/actor.ts'
import type { DueAsk } from '../platform/due.ts'
import type { Read } from '../platform/store.ts'
import { staffDue } from './register.ts'

const none = (): DueCounts => ({ overdue: 0, today: 0, open: 0 })
function add(sum: DueCounts, { overdue, today, open }: DueCounts) {
  sum.overdue += overdue
  sum.today += today
  sum.open += open
  return sum
}
export const sumOf = (all: Iterable<DueCounts>) => [...all].reduce(add, none())

/** What waits in a community as far as the actor's rights reach, the most pressing first, and how much it is. */
export async function dueIn(db: Read, ask: DueAsk) {
  const { actor, communityId: scope, now } = ask
  const [lists, counts] = await Promise.all([
    Promise.all(staffDue.map((feature) => feature.list(db, ask))),
    Promise.all(staffDue.map((feature) => feature.counts(db, { actor, scope, now }))),
  ])
  // Of a unit above, its own alone: what waits below it stands in the lists there.
  const own = counts.flat().filter(({ communityId }) => communityId === scope)
  return { rows: lists.flat().toSorted(byPressing), counts: sumOf(own) }
}
/** How much waits in each community of a unit; those where nothing does are left out. */
export async function countsWithin(db: Read, ask: { actor: Actor; scope: string; now: number }) {
  const told = await Promise.all(staffDue.map((feature) => feature.counts(db, ask)))
  const sums = new Map<string, DueCounts>()
  for (const { communityId, ...counts } of told.flat())
    sums.set(communityId, add(sums.get(communityId) ?? none(), counts))
  return sums
}

type Row = { division: { code: string }; counts: DueCounts }
/** Where most is late stands first. */
export function worseFirst({ counts: a, division }: Row, { counts: b, division: other }: Row) {
  return (
    b.overdue - a.overdue || b.today - a.today || b.open - a.open || (division.code < other.code ? -1 : 1)
  )
}
