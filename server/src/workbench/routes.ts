import { byPressing, type Due, type DueCounts, groupOf, pressing } from '@tmt/shared/due.ts'
import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { findDivision, pathOf } from '../divisions/store.ts'
import { divisionView } from '../divisions/views.ts'
import { isStaffOf } from '../people/policy.ts'
import { answer } from '../platform/endpoint.ts'
import { problem } from '../platform/problem.ts'
import { staffDue } from './register.ts'

const PAGE = 20
/** Most that one feature tells of one community: whoever has more than this works off the first ones first. */
const MOST = 500

const none = (): DueCounts => ({ overdue: 0, today: 0, open: 0 })
function add(sum: DueCounts, { overdue, today, open }: DueCounts) {
  sum.overdue += overdue
  sum.today += today
  sum.open += open
  return sum
}
const countsOf = (items: readonly Due[], now: number) =>
  items.reduce((sum, { until }) => {
    sum[groupOf(until, now)] += 1
    return sum
  }, none())

/** By its own place in the order, so that what is done meanwhile moves nothing across the border of two pages. */
function after(cursor: string | undefined) {
  if (cursor === undefined) return () => true
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (!at || !id)
    throw problem('invalidInput', { fields: [{ path: 'cursor', message: '页码不对，请从头看起' }] })
  return (due: Due) => pressing(due) > Number(at) || (pressing(due) === Number(at) && due.id > id)
}

export const workbenchRoutes = [
  answer(listDue, {
    async load(db, { communityId }) {
      const division = await findDivision(db, communityId)
      return division?.level === 'community' ? { communityId } : undefined
    },
    sees: isStaffOf,
    async view({ db, actor, input, subject: { communityId }, now }) {
      const ask = { actor, communityId, now, limit: MOST }
      const lists = await Promise.all(staffDue.map((feature) => feature.list(db, ask)))
      const all = lists.flat().toSorted(byPressing)
      const rest = all.filter(after(input.cursor))
      const items = rest.slice(0, PAGE)
      const last = items.at(-1)
      const next = rest.length > PAGE && last ? `${pressing(last)}.${last.id}` : null
      return { counts: countsOf(all, now), items, next }
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
      const counts = [...sums.values()].reduce(add, none())
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
