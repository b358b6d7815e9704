import { getMe } from '@tmt/shared/people/contract.ts'
import { confirmResidency, myResidencies } from '@tmt/shared/residency/contract.ts'
import { CONFIRM_AHEAD, confirmByAfter } from '@tmt/shared/residency/rules.ts'
import { mySeats } from '@tmt/shared/residency/seat-contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { openSession } from '../people/sessions.ts'
import { reacting, when } from '../platform/events.ts'
import { createOwnUnit } from '../platform/own-unit.ts'
import { statusesOf } from '../testing/client.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { residencyEnding, residencyExpired } from './events.ts'
import { residencyJobs } from './jobs.ts'
import { doorCodes, seatAnswers, seatChanges, seats } from './tables.ts'
import { doorCode, verifiedHome } from './testing/residency.ts'

let house: TestHouse
let me: Somebody
let id: string
let ends: number
const heard: [string, string][] = []
beforeAll(async () => {
  house = await openHouse({ demo: true })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += HOUR
  await run()
  me = await somebody(house)
  id = await verifiedHome(house, me)
  ends = confirmByAfter(house.clock.now)
  heard.length = 0
})
/** The job, once, as the hour strikes. */
async function run() {
  const react = reacting([
    when(residencyEnding, async (_tx, one) => void heard.push(['ending', one.id])),
    when(residencyExpired, async (_tx, one) => void heard.push(['expired', one.id])),
  ])
  const { handlers } = residencyJobs({
    store: house.store,
    ownUnit: createOwnUnit({ store: house.store, answers: house.answers, react, now: () => house.clock.now }),
    now: () => house.clock.now,
  })
  const kind = 'residency.year'
  const job = handlers[kind]
  await job.run({ id: 'job', kind, data: {}, tries: 1 })
}
const mine = async () => (await house.ask(myResidencies, {}, { token: await fresh() })).body.items[0]!
/** A sign-in lasts thirty days: a year later they sign in again. */
async function fresh() {
  return house.store.write((tx) => openSession(tx, me.id, '测试', house.clock.now))
}
const toldOf = () => heard.filter(([, of]) => of === id).map(([what]) => what)

test('a month ahead the person is told, once', async () => {
  house.clock.now = ends - CONFIRM_AHEAD
  await run()
  expect(toldOf()).toEqual([])
  house.clock.now += 1
  await run()
  await run()
  expect(toldOf()).toEqual(['ending'])
})

test('confirmed, it lasts another year, and the role with it; next year it is told of again', async () => {
  house.clock.now = ends - HOUR
  await run()
  const token = await fresh()
  const { body } = await house.ask(confirmResidency, { id }, { token })
  const until = confirmByAfter(house.clock.now)
  expect(body.confirmBy).toBe(until)
  const { body: known } = await house.ask(getMe, {}, { token })
  expect(known.roles.map((grant) => [grant.role, grant.division.code, grant.until])).toEqual([
    ['resident', DONGAN, until],
  ])
  house.clock.now = ends + HOUR
  await run()
  expect((await mine()).status).toBe('verified')
  house.clock.now = until - HOUR
  await run()
  expect(toldOf()).toEqual(['ending', 'ending'])
})

test('not confirmed, it ends at its instant: the role by itself, the residency with the job', async () => {
  house.clock.now = ends
  const token = await fresh()
  expect((await house.ask(getMe, {}, { token })).body.roles).toEqual([])
  expect((await house.ask(confirmResidency, { id }, { token })).problem.code).toBe('lapsed')
  await run()
  expect(await mine()).toMatchObject({ status: 'expired', primary: false, confirmBy: null })
  expect(toldOf()).toEqual(['ending', 'expired'])
})

test('confirming twice at once makes one year', async () => {
  house.clock.now = ends - HOUR
  const token = await fresh()
  const replies = await Promise.all([1, 2].map(() => house.ask(confirmResidency, { id }, { token })))
  expect(statusesOf(replies)).toEqual([200, 409])
})

test('codes that ended are forgotten after an hour', async () => {
  await doorCode(house)
  await run()
  expect(await house.store.read.$count(doorCodes)).toBe(1)
  house.clock.now += 2 * HOUR
  await run()
  expect(await house.store.read.$count(doorCodes)).toBe(0)
})

test('who was verified before there were households is given one, with the others of the door', async () => {
  const other = await somebody(house)
  await verifiedHome(house, other)
  await house.store.write(async (tx) => {
    for (const table of [seatAnswers, seatChanges, seats]) await tx.delete(table)
  })
  const mineNow = async () => (await house.ask(mySeats, {}, { token: await fresh() })).body.items
  expect(await mineNow()).toEqual([])
  await run()
  const [seat, ...more] = await mineNow()
  expect(more).toEqual([])
  expect(seat!.members.length).toBeGreaterThanOrEqual(2)
})
