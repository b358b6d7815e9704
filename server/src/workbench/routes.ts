import { byPressing, type DueCounts, pressing } from '@tmt/shared/due.ts'
import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { findDivision, pathOf } from '../divisions/store.ts'
import { divisionView } from '../divisions/views.ts'
import { isStaffOf, worksIn } from '../people/policy.ts'
import { answer } from '../platform/endpoint.ts'
import { dueAfter } from '../platform/due.ts'
import { PAGE, pageOf } from '../platform/paging.ts'
import { staffDue } from './register.ts'

const none = (): DueCounts => ({ overdue: 0, today: 0, open: 0 })
function add(sum: DueCounts, { overdue, today, open }: DueCounts) {
  sum.overdue += overdue
  sum.today += today
  sum.open += open
  return sum
}
const sumOf = (all: readonly DueCounts[]) => all.reduce(add, none())

export const workbenchRoutes = [
  answer(listDue, {
    async load(db, { communityId }) {
      return (await findDivision(db, communityId)) && { communityId }
    },
    sees: worksIn,
    async view({ db, actor, input, subject: { communityId }, now }) {
      const ask = { actor, communityId, now, after: dueAfter(input.cursor), limit: PAGE + 1 }
      const [lists, counts] = await Promise.all([
        Promise.all(staffDue.map((feature) => feature.list(db, ask))),
        Promise.all(staffDue.map((feature) => feature.counts(db, { actor, scope: communityId, now }))),
      ])
      const rows = lists.flat().toSorted(byPressing)
      return {
        // Of a unit above, its own alone: what waits below it stands in the lists there.
        counts: sumOf(counts.flat().filter((own) => own.communityId === communityId)),
        ...pageOf(rows, PAGE, (due) => ({ at: pressing(due), id: due.id })),
      }
    },
  }),
  answer(countDue, {
    load: (db, { code }) => findDivision(db, code),
    sees: (actor, { code }) => isStaffOf(actor, { communityId: code }),
    async view({ db, actor, subject: { code }, now }) {
      const told = await Promise.all(
        staffDue.map((feature) => feature.counts(db, { actor, scope: code, now })),
      )
      const sums = new Map<string, DueCounts>()
      for (const { communityId, ...counts } of told.flat())
        sums.set(communityId, add(sums.get(communityId) ?? none(), counts))
      const units = await pathOf(db, [...sums.keys()])
      const items = units.map((unit) => ({ division: divisionView(unit), counts: sums.get(unit.code)! }))
      const counts = sumOf([...sums.values()])
      return { counts, items: items.toSorted(worseFirst) }
    },
  }),
]

type Row = { division: { code: string }; counts: DueCounts }
function worseFirst({ counts: a, division }: Row, { counts: b, division: other }: Row) {
  return (
    b.overdue - a.overdue || b.today - a.today || b.open - a.open || (division.code < other.code ? -1 : 1)
  )
}
