import { type Due, groupOf, sayClock } from '@tmt/shared/due.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { findDivision, pathOf } from '../divisions/store.ts'
import type { Actor } from '../platform/actor.ts'
import { dueAfter } from '../platform/due.ts'
import type { Read } from '../platform/store.ts'
import { countsWithin, dueIn, sumOf, worseFirst } from './gather.ts'

/** Of a community so many things are named, of a unit above so many communities. */
const THINGS = 3
const PLACES = 5

const sayDue = ({ title, until }: Due, now: number) => `${title}（${sayClock(until, now)}）`

async function ofCommunity(db: Read, actor: Actor, communityId: string, now: number) {
  const { rows, counts } = await dueIn(db, {
    actor,
    communityId,
    now,
    after: dueAfter(undefined),
    limit: THINGS,
  })
  const most = rows.filter(({ until }) => groupOf(until, now) !== 'open').slice(0, THINGS)
  return { counts, first: `最急的：${most.map((due) => sayDue(due, now)).join('；')}。` }
}
async function ofUnit(db: Read, actor: Actor, scope: string, now: number) {
  const sums = await countsWithin(db, { actor, scope, now })
  const pressing = [...sums].filter(([, { overdue, today }]) => overdue + today > 0)
  const units = await pathOf(
    db,
    pressing.map(([code]) => code),
  )
  const rows = units.map((division) => ({ division, counts: sums.get(division.code)! }))
  const worst = rows.toSorted(worseFirst).slice(0, PLACES)
  const said = worst.map(
    ({ division, counts }) => `${division.name}（逾期 ${counts.overdue} 件，今天 ${counts.today} 件）`,
  )
  return { counts: sumOf(sums.values()), first: `最多的：${said.join('；')}。` }
}

/** What is late or due today in one place, in words; undefined when nothing is. */
export async function digestOf(db: Read, actor: Actor, code: string, now: number) {
  const division = await findDivision(db, code)
  if (!division) return undefined
  const gather = levelOf(code) === 'community' ? ofCommunity : ofUnit
  const { counts, first } = await gather(db, actor, code, now)
  const { overdue, today } = counts
  if (overdue + today === 0) return undefined
  return { division: { code, name: division.name }, overdue, today, first }
}
