import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { havePlaces } from '../activities/signup-store.ts'
import { signups } from '../activities/tables.ts'
import { post } from '../activities/testing/activity.ts'
import { newId } from '../platform/ids.ts'
import { jobs } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, somebody } from '../testing/somebody.ts'
import { spreadJob } from './spread.ts'
import { messages, sayings } from './tables.ts'
import { type Audience, SPREAD, tellAll } from './tell.ts'
import { telling } from './testing/tell.ts'

const MANY = 1200
/** A unit of the tests' own that stays short on a busy machine. */
const CROWD = 100
let house: TestHouse
let activity: string
beforeAll(async () => {
  house = await openHouse({ demo: false })
  activity = await post(house, { capacity: 5000 })
  for (let made = 0; made < MANY; made += CROWD) {
    const people = await crowd(house, CROWD)
    await house.store.write(async (tx) => {
      for (const { id } of people)
        await tx.insert(signups).values({
          id: newId(),
          activityId: activity,
          personId: id,
          participant: id,
          household: id,
          status: 'confirmed',
          at: house.clock.now,
          changedAt: house.clock.now,
        })
    })
  }
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})

const now = () => house.clock.now
async function say() {
  const one = telling(house)
  await house.store.write((tx) => tellAll(tx, { name: 'people', of: activity }, one, now()))
  const [saying] = await house.store.read.select().from(sayings).where(eq(sayings.key, one.key))
  return saying!.id
}
const run = (saying: string, audience: Audience = havePlaces, clock = now) =>
  spreadJob({ store: house.store, audiences: { people: audience }, now: clock }).run({
    id: newId(),
    kind: SPREAD,
    data: { saying },
    tries: 1,
  })
async function told(saying: string) {
  const rows = await house.store.read.select().from(messages).where(eq(messages.sayingId, saying))
  return { copies: rows.length, people: new Set(rows.map(({ personId }) => personId)).size }
}
const once = { copies: MANY, people: MANY }
const deliveriesOf = async (saying: string) =>
  (await house.store.read.select().from(jobs)).filter(
    ({ kind, data }) => kind === 'messages.deliver' && data.saying === saying,
  )

test('what is told to many is durable with what happened, and spread by a job', async () => {
  const saying = await say()
  expect(await told(saying)).toEqual({ copies: 0, people: 0 })
  const waiting = await house.store.read.select().from(jobs).where(eq(jobs.kind, SPREAD))
  expect(waiting.map(({ data }) => data)).toContainEqual({ saying })
})

test('everybody gets one copy, and each batch is delivered by a job of its own', async () => {
  const saying = await say()
  await run(saying)
  expect(await told(saying)).toEqual(once)
  const batches = await deliveriesOf(saying)
  expect(batches).toHaveLength(3)
})

test('killed after a batch, it goes on where it was; killed between any two steps, nobody has two', async () => {
  const saying = await say()
  let asked = 0
  const dying: Audience = async (db, ask) => {
    asked += 1
    if (asked === 2) throw new Error('killed')
    return havePlaces(db, ask)
  }
  await expect(run(saying, dying)).rejects.toThrow('killed')
  expect((await told(saying)).copies).toBe(500)
  const seen: string[] = []
  await run(saying, async (db, ask) => {
    seen.push(ask.after)
    return havePlaces(db, ask)
  })
  expect(seen[0]).not.toBe('')
  expect(await told(saying)).toEqual(once)
  expect(await deliveriesOf(saying)).toHaveLength(3)
})

test('a whole second run, or two at the same time, change nothing', async () => {
  const saying = await say()
  await Promise.all([run(saying), run(saying)])
  await house.store.write((tx) => tx.update(sayings).set({ spreadTo: '' }).where(eq(sayings.id, saying)))
  await run(saying)
  expect(await told(saying)).toEqual(once)
})

test('a shift ends, and another job goes on', async () => {
  const saying = await say()
  await house.store.write((tx) => tx.delete(jobs))
  let asked = 0
  const slow = () => house.clock.now + asked * 40_000
  await run(
    saying,
    async (db, ask) => {
      asked += 1
      return havePlaces(db, ask)
    },
    slow,
  )
  expect((await told(saying)).copies).toBe(1000)
  const next = await house.store.read.select().from(jobs).where(eq(jobs.kind, SPREAD))
  expect(next.map(({ data }) => data)).toEqual([{ saying }])
  await run(saying)
  expect(await told(saying)).toEqual(once)
})

test('people who are not there are left out, and the others are told', async () => {
  const [present] = await crowd(house, 1)
  const saying = await say()
  const gone: Audience = async (_db, { after }) => (after === '' ? [newId(), present!.id, newId()] : [])
  await run(saying, gone)
  expect(await told(saying)).toEqual({ copies: 1, people: 1 })
})

test('whoever signed up after it was said knows already', async () => {
  const id = await post(house)
  const before = now()
  house.clock.now += 1
  await house.ask(signUp, { id }, { token: (await somebody(house)).token })
  const ask = { of: id, after: '', limit: 10 }
  expect(await havePlaces(house.store.read, { ...ask, until: before })).toEqual([])
  expect(await havePlaces(house.store.read, { ...ask, until: now() })).toHaveLength(1)
})

test('an audience that nobody knows is given up, not tried for ever', async () => {
  const one = telling(house)
  await house.store.write((tx) => tellAll(tx, { name: 'nobody', of: '' }, one, now()))
  const [saying] = await house.store.read.select().from(sayings).where(eq(sayings.key, one.key))
  await expect(run(saying!.id)).rejects.toThrow('no audience')
})
