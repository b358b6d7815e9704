import { pressing } from '@tmt/shared/due.ts'
import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { findDivision, pathOf } from '../divisions/store.ts'
import { divisionView } from '../divisions/views.ts'
import { isStaffOf, worksIn } from '../people/policy.ts'
import { answer } from '../platform/endpoint.ts'
import { dueAfter } from '../platform/due.ts'
import { PAGE, pageOf } from '../platform/paging.ts'
import { countsWithin, dueIn, sumOf, worseFirst } from './gather.ts'

export const workbenchRoutes = [
  answer(listDue, {
    async load(db, { communityId }) {
      return (await findDivision(db, communityId)) && { communityId }
    },
    sees: worksIn,
    async view({ db, actor, input, subject: { communityId }, now }) {
      const ask = { actor, communityId, now, after: dueAfter(input.cursor), limit: PAGE + 1 }
      const { rows, counts } = await dueIn(db, ask)
      return { counts, ...pageOf(rows, PAGE, (due) => ({ at: pressing(due), id: due.id })) }
    },
  }),
  answer(countDue, {
    load: (db, { code }) => findDivision(db, code),
    sees: (actor, { code }) => isStaffOf(actor, { communityId: code }),
    async view({ db, actor, subject: { code }, now }) {
      const sums = await countsWithin(db, { actor, scope: code, now })
      const units = await pathOf(db, [...sums.keys()])
      const items = units.map((unit) => ({ division: divisionView(unit), counts: sums.get(unit.code)! }))
      return { counts: sumOf(sums.values()), items: items.toSorted(worseFirst) }
    },
  }),
]
