import { type ActivityCard, Category, Status, listActivities } from '@tmt/shared/activities/contract.ts'
import { managedActivities } from '@tmt/shared/activities/staff-contract.ts'
import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { DAY, HOUR, isoDay, MINUTE, startOfDay } from '@tmt/shared/time.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personOfPhone } from '../people/store.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { PAGE } from '../platform/paging.ts'
import { cancel, insertActivity } from './store.ts'
import { activities, signups } from './tables.ts'
import { factsFrom, post } from './testing/activity.ts'

/** Two communities of one street, a third of another, a fourth of another district. */
const communities = ['321202001002', '321202001204', '321202002001', '321203001001']
const towns = [...new Set(communities.map((code) => parentOf(code)!))]

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

type Made = {
  communityId: string
  category: Category
  startsIn: number
  lasts: number
  state: 'draft' | 'published' | 'cancelled'
}
const made: fc.Arbitrary<Made> = fc.record({
  communityId: fc.constantFrom(...communities),
  category: fc.constantFrom('elderly' as const, 'culture' as const, 'legal' as const),
  // Few different ones, so that many start and end at the same instant; some last as long as may be.
  startsIn: fc.constantFrom(-30 * DAY, -2 * DAY, -HOUR, -MINUTE, 0, MINUTE, HOUR, DAY),
  lasts: fc.constantFrom(1, MINUTE, HOUR, DAY, 30 * DAY),
  state: fc.constantFrom('draft' as const, 'published' as const, 'published' as const, 'cancelled' as const),
})
type Stored = Made & { id: string; startsAt: number; endsAt: number }

/** Puts these activities, and no others, into the database. */
async function stock(all: Made[]): Promise<Stored[]> {
  const { now } = house.clock
  const stored = await house.store.write(async (tx) => {
    await tx.delete(signups)
    await tx.delete(activities)
    const author = await personOfPhone(tx, house.secrets, '19900000003', now)
    const rows: Stored[] = []
    for (const one of all) {
      const startsAt = now + one.startsIn
      const times = { startsAt, endsAt: startsAt + one.lasts, signupClosesAt: startsAt }
      const facts = { ...factsFrom(now, times), category: one.category, communityId: one.communityId }
      const id = await insertActivity(
        tx,
        { ...facts, createdBy: author.id, publish: one.state !== 'draft' },
        now,
      )
      // As if it had been cancelled before it was over.
      if (one.state === 'cancelled') await cancel(tx, id, '原因', times.startsAt)
      rows.push({ ...one, id, ...times })
    }
    return rows
  })
  house.answers.dropAll()
  return stored
}

type Ask = { division: string; category?: Category; when?: 'upcoming' | 'past' }
async function allPages(ask: Ask): Promise<ActivityCard[]> {
  const items: ActivityCard[] = []
  let cursor: string | null | undefined
  do {
    const { status, body } = await house.ask(listActivities, { ...ask, ...(cursor && { cursor }) })
    expect([status, body.items.length <= PAGE]).toEqual([200, true])
    items.push(...body.items)
    cursor = body.next
  } while (cursor)
  return items
}
/** What the list has to hold, in its order. */
function expected(all: Stored[], { division, category, when = 'upcoming' }: Ask, now = house.clock.now) {
  const order = (a: Stored, b: Stored) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)
  const held = all
    .filter(({ communityId }) => communityId === division || parentOf(communityId) === division)
    .filter((a) => a.state !== 'draft' && (category === undefined || a.category === category))
    .filter(({ endsAt }) => (when === 'upcoming' ? endsAt > now : endsAt <= now))
    .toSorted(order)
  return (when === 'upcoming' ? held : held.toReversed()).map(({ id }) => id)
}
const asks: Ask[] = [...communities, ...towns].flatMap((division) =>
  ([undefined, 'culture'] as const).flatMap((category) =>
    (['upcoming', 'past'] as const).map((when) => ({ division, when, ...(category && { category }) })),
  ),
)

const endedAMomentAgo: Made = {
  communityId: communities[0]!,
  category: 'elderly',
  startsIn: MINUTE,
  lasts: 1,
  state: 'cancelled',
}

test('each list is the model’s, through all pages, from the cache or not, whenever it is asked', async () => {
  const moves = fc.array(fc.constantFrom(0, 1, MINUTE, HOUR, DAY), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.array(made, { minLength: 0, maxLength: 60 }), moves, async (all, later) => {
      const stored = await stock(all)
      let pastRead = Number.NEGATIVE_INFINITY
      for (const step of later) {
        house.clock.now += step
        const { now } = house.clock
        // What is kept lives for a minute: no list to come is late, a past list is as it was when it was kept.
        if (now - pastRead >= MINUTE) pastRead = now
        for (const ask of asks) {
          const items = await allPages(ask)
          const asOf = ask.when === 'past' ? pastRead : now
          expect([ask, items.map(({ id }) => id)]).toEqual([ask, expected(stored, ask, asOf)])
          const within = items.every(
            (a) => a.communityId === ask.division || parentOf(a.communityId) === ask.division,
          )
          expect([within, items.every((a) => a.status !== 'draft')]).toEqual([true, true])
        }
      }
    }),
    { numRuns: 12, examples: [[[endedAMomentAgo], [MINUTE, 1, 0]]] },
  )
}, 180_000)

test('three pages of one instant: no gap and no double', async () => {
  const same = {
    communityId: communities[0]!,
    category: 'culture',
    startsIn: HOUR,
    lasts: HOUR,
    state: 'published',
  } as const
  const stored = await stock(Array.from({ length: 2 * PAGE + 1 }, () => same))
  const ask = { division: communities[0]! }
  expect((await allPages(ask)).map(({ id }) => id)).toEqual(expected(stored, ask))
  const exact = await stock(Array.from({ length: PAGE }, () => same))
  const { body } = await house.ask(listActivities, ask)
  expect([body.items.length, body.next]).toEqual([PAGE, null])
  expect(exact).toHaveLength(PAGE)
})

test('what ends leaves the list at that instant, though the answer was kept', async () => {
  await stock([])
  const id = await post(house, { communityId: communities[0]!, endsAt: house.clock.now + 2 * HOUR + 10 })
  const shown = async () => {
    const { body } = await house.ask(listActivities, { division: communities[0]! })
    return body.items.map((item) => item.id)
  }
  house.clock.now += 2 * HOUR
  expect([await shown(), await shown()]).toEqual([[id], [id]])
  house.clock.now += 9
  expect(await shown()).toEqual([id])
  house.clock.now += 1
  expect(await shown()).toEqual([])
  house.clock.now += MINUTE
  const { body } = await house.ask(listActivities, { division: communities[0]!, when: 'past' })
  expect(body.items.map((item) => item.id)).toEqual([id])
})

test('the cards say whose they are, whatever list they are in', async () => {
  await stock([])
  await post(house, { communityId: '321202001204', title: '村里的事' })
  const { body } = await house.ask(listActivities, { division: '321202001000' })
  expect(body.items).toMatchObject([
    { communityId: '321202001204', communityName: '花园村委会', title: '村里的事' },
  ])
})

test.each([
  ['321200000000', 404],
  ['321202000000', 404],
  ['321202001999', 404],
  ['321202001000', 200],
  ['321202001002', 200],
])('a list of %s: %i', async (division, status) => {
  expect((await house.ask(listActivities, { division })).status).toBe(status)
})

test.each(['x', '1', '1.x', '99999999999999999.01890a5d-ac96-774b-bcce-b302099a8057', '..', "1.' or 1=1"])(
  'the page %j is refused',
  async (cursor) => {
    const { status, problem } = await house.ask(listActivities, { division: communities[0]!, cursor })
    expect([status, problem.code, problem.fields?.map(({ path }) => path)]).toEqual([
      422,
      'invalidInput',
      ['cursor'],
    ])
  },
)

test('there is no list without a scope', async () => {
  const { status, problem } = await house.ask(listActivities, {} as never)
  expect([status, problem.fields]).toEqual([422, [{ path: 'division', message: '请填写' }]])
})

test('staff of a town see no managed list of a place that is no community of theirs', async () => {
  const { token } = await somebody(house, [{ role: 'town', division: '321202001000' }])
  const statusOf = async (communityId: string) =>
    (await house.ask(managedActivities, { communityId }, { token })).status
  for (const [communityId, status] of [
    ['321202001002', 200],
    ['321202001999', 404],
    ['321202001000', 404],
    ['321202002001', 404],
  ] as const)
    expect([communityId, await statusOf(communityId)]).toEqual([communityId, status])
})

test('contract and table name the same categories and states', () => {
  expect(activities.category.enumValues).toEqual(Category.options)
  expect(activities.status.enumValues).toEqual(Status.options)
})

test('by day, both included, and by free places, at the public door and after the last place is gone', async () => {
  await stock([])
  const division = communities[0]!
  const tomorrow = startOfDay(house.clock.now) + DAY
  const at = (startsAt: number, more = {}) =>
    post(house, {
      communityId: division,
      startsAt,
      endsAt: startsAt + HOUR,
      signupClosesAt: startsAt,
      ...more,
    })
  const late = await at(tomorrow - HOUR)
  const first = await at(tomorrow, { capacity: 1 })
  // Begins the day after, at its very beginning.
  const second = await at(tomorrow + DAY)
  const long = await at(tomorrow - HOUR / 2, { endsAt: tomorrow + 3 * DAY })
  const closed = await at(tomorrow + 2 * HOUR, { signupClosesAt: house.clock.now + 1 })
  house.answers.dropAll()
  house.clock.now += 1
  const ids = async (ask: object) => {
    const { status, body } = await house.ask(listActivities, { division, ...ask })
    expect(status).toBe(200)
    return body.items.map(({ id }) => id)
  }
  const [from, to] = [isoDay(tomorrow), isoDay(tomorrow)]
  expect(await ids({ from, to })).toEqual([long, first, closed])
  expect(await ids({ from })).toEqual([long, first, closed, second])
  expect(await ids({ to: isoDay(tomorrow - 1) })).toEqual([late, long])
  expect(await ids({ from, to, free: 'yes' })).toEqual([long, first])
  const { token } = await somebody(house)
  expect((await house.ask(signUp, { id: first }, { token })).status).toBe(200)
  expect(await ids({ from, to, free: 'yes' })).toEqual([long])
  house.clock.now = tomorrow + 4 * DAY
  expect(await ids({ from, to, when: 'past' })).toEqual([closed, first, long])
})

test('a day that is none is refused', async () => {
  for (const from of ['2026-13-01', '2026-1-1', '今天', "2026-01-01'"]) {
    const query = new URLSearchParams({ division: communities[0]!, from })
    expect((await house.app.request(`/api/activities?${query.toString()}`)).status).toBe(422)
  }
})
