import { getMe } from '@tmt/shared/people/contract.ts'
import { addRelative, declareRelatives, myRelatives, removeRelative } from '@tmt/shared/people/relatives.ts'
import { decideClaim, getClaim, listClaims, revokeClaim } from '@tmt/shared/residency/staff-contract.ts'
import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { statusesOf } from '../testing/client.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { residencies } from './tables.ts'
import {
  BUILDING,
  gridWorker,
  home,
  OTHER_BUILDING,
  verifiedHome,
  verifier,
  verify,
} from './testing/residency.ts'

let house: TestHouse
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  worker = await verifier(house)
  // What other tests and the demonstration left waiting is none of this one's.
  await house.store.write(async (tx) => {
    await tx.update(residencies).set({ status: 'rejected' }).where(eq(residencies.status, 'pending'))
  })
})
async function queue(who: Somebody, communityId = DONGAN) {
  const { body } = await house.ask(listClaims, { communityId }, { token: who.token })
  return body.items
}
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

test('the queue has who is called what, with the phone masked, the soonest due first', async () => {
  const named = await somebody(house, [], '演示居民庚')
  const second = await home(house, await somebody(house))
  house.clock.now -= DAY
  const first = await home(house, named, { door: '3单元303室' })
  house.clock.now += DAY
  const items = await queue(worker)
  expect(ids(items)).toEqual([first, second])
  expect(items[0]).toMatchObject({
    name: '演示居民庚',
    phone: `199****${named.phone.slice(-4)}`,
    door: '3单元303室',
    placeName: '东安花园 1号楼',
    status: 'pending',
    conflict: null,
  })
  expect(items[1]!.name).toMatch(/^尾号 \d{4} 的居民$/)
})

test('each reading is written down, with what was asked and no door', async () => {
  await home(house, await somebody(house))
  await queue(worker)
  const rows = await house.store.read
    .select({ action: auditEntries.action, outcome: auditEntries.outcome, subject: auditEntries.subject })
    .from(auditEntries)
    .where(eq(auditEntries.actorId, worker.id))
  expect(rows).toEqual([{ action: 'residency.claims', outcome: 'read', subject: DONGAN }])
})

test('a long queue comes in pages, each claim once', async () => {
  const people = await crowd(house, 45)
  const made: string[] = []
  for (const one of people) made.push(await home(house, one))
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const input = { communityId: DONGAN, ...(cursor && { cursor }) }
    const { body } = await house.ask(listClaims, input, { token: worker.token })
    seen.push(...ids(body.items))
    cursor = body.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(made)
  const wrong = await house.ask(
    listClaims,
    { communityId: DONGAN, cursor: 'not-ours' },
    { token: worker.token },
  )
  expect([wrong.status, wrong.problem.fields?.[0]?.path]).toEqual([422, 'cursor'])
})

test('those that are verified are listed apart', async () => {
  const id = await verifiedHome(house, await somebody(house))
  expect(await queue(worker)).toEqual([])
  const { body } = await house.ask(
    listClaims,
    { communityId: DONGAN, status: 'verified' },
    { token: worker.token },
  )
  expect(ids(body.items)).toContain(id)
})

test('how many wait is told by when they are due, to town and city too', async () => {
  const set = async (dueAt: number) => {
    const id = await home(house, await somebody(house))
    await house.store.write(async (tx) => {
      await tx.update(residencies).set({ dueAt }).where(eq(residencies.id, id))
    })
  }
  const { now } = house.clock
  await set(now)
  await set(now - DAY)
  await set(now + MINUTE)
  await set(now + 5 * DAY)
  const town = await somebody(house, [{ role: 'town', division: '321202001000' }])
  for (const { token } of [worker, town]) {
    const { body } = await house.ask(countDue, { code: DONGAN }, { token })
    expect(body.counts).toMatchObject({ overdue: 2, today: 1 })
    const listed = await house.ask(listDue, { communityId: DONGAN }, { token })
    expect(listed.body.counts).toEqual(body.counts)
    const claims = listed.body.items.filter(({ kind }) => kind === 'homeClaim')
    expect(claims.map(({ until }) => until)).toEqual([now - DAY, now, now + MINUTE, now + 5 * DAY])
  }
})

test('a grid worker has the own grid’s, micro-grids too, and decides those alone', async () => {
  const [inside, outside] = [
    await home(house, await somebody(house), { place: BUILDING }),
    await home(house, await somebody(house), { place: OTHER_BUILDING }),
  ]
  const first = await gridWorker(house, `${DONGAN}-001`)
  const micro = await gridWorker(house, `${DONGAN}-001-002`)
  const whole = await gridWorker(house)
  expect(ids(await queue(first))).toEqual([inside])
  expect(ids(await queue(micro))).toEqual([])
  expect(ids(await queue(whole)).toSorted()).toEqual([inside, outside].toSorted())
  const { body } = await house.ask(listDue, { communityId: DONGAN }, { token: first.token })
  expect([body.items.map(({ id }) => id), body.counts.open]).toEqual([[inside], 1])
  expect((await house.ask(getClaim, { id: outside }, { token: first.token })).status).toBe(404)
  expect((await verify(house, outside, first)).status).toBe(404)
  expect((await verify(house, inside, micro)).status).toBe(404)
  expect((await verify(house, inside, first)).status).toBe(200)
  const there = await house.ask(listClaims, { communityId: HUAYUAN }, { token: first.token })
  expect(there.status).toBe(404)
})

test('a worker without a declaration sees what is to be done first, and decides nothing', async () => {
  const id = await home(house, await somebody(house))
  const fresh = await somebody(house, [{ role: 'worker', division: DONGAN }])
  expect((await queue(fresh))[0]!.conflict).toBe('declareFirst')
  expect((await verify(house, id, fresh)).problem.code).toBe('declareFirst')
  const { body } = await house.ask(declareRelatives, {}, { token: fresh.token })
  expect(body).toEqual({ declaredAt: house.clock.now, items: [] })
  expect((await queue(fresh))[0]!.conflict).toBeNull()
  expect((await verify(house, id, fresh)).status).toBe(200)
})

test('a relative’s claim is for colleagues, whichever of the two has declared it', async () => {
  const [brother, colleague] = [await somebody(house), await verifier(house)]
  const id = await home(house, brother)
  const { body } = await house.ask(
    addRelative,
    { relation: 'sibling', phone: brother.phone },
    { token: worker.token },
  )
  expect(body.items).toMatchObject([{ relation: 'sibling', phone: `199****${brother.phone.slice(-4)}` }])
  expect((await queue(worker))[0]!.conflict).toBe('relative')
  expect((await verify(house, id, worker)).problem.code).toBe('relative')

  const wife = await verifier(house)
  const theirs = await home(house, worker)
  await house.ask(addRelative, { relation: 'spouse', phone: worker.phone }, { token: wife.token })
  expect((await queue(worker)).find((one) => one.id === theirs)!.conflict).toBe('ownClaim')
  const otherWay = await home(house, wife)
  expect((await verify(house, otherWay, worker)).problem.code).toBe('relative')
  expect((await verify(house, theirs, wife)).problem.code).toBe('relative')
  expect((await verify(house, id, colleague)).status).toBe(200)
})

test('a relative is taken off the list by the one who put them there alone', async () => {
  const { body } = await house.ask(
    addRelative,
    { relation: 'child', phone: '19900009999' },
    { token: worker.token },
  )
  const id = body.items[0]!.id
  const other = await verifier(house)
  expect((await house.ask(removeRelative, { id }, { token: other.token })).status).toBe(404)
  expect((await house.ask(removeRelative, { id }, { token: worker.token })).status).toBe(200)
  expect((await house.ask(myRelatives, {}, { token: worker.token })).body.items).toEqual([])
})

test('what was verified wrongly is taken back with a reason, and the role with it', async () => {
  const person = await somebody(house)
  const id = await verifiedHome(house, person)
  const input = { id, reason: 'other', note: '查证后不住在这里', version: 2 } as const
  const { body } = await house.ask(revokeClaim, input, { token: worker.token })
  expect(body).toMatchObject({ status: 'revoked', reason: 'other', note: '查证后不住在这里' })
  const { body: me } = await house.ask(getMe, {}, { token: person.token })
  expect(me.roles).toEqual([])
})

test('two workers who revoke and a person who moves out at once: the role goes once', async () => {
  const person = await somebody(house)
  const id = await verifiedHome(house, person)
  const by = [worker, await verifier(house)]
  const replies = await Promise.all(
    by.map(({ token }) => house.ask(revokeClaim, { id, reason: 'notThere', version: 2 }, { token })),
  )
  expect(statusesOf(replies)).toEqual([200, 409])
  expect(replies.find(({ status }) => status === 409)!.problem.code).toBe('notVerified')
})

test('the committee reads and does not decide', async () => {
  const id = await home(house, await somebody(house))
  const member = await somebody(house, [{ role: 'committee', division: DONGAN }])
  expect(ids(await queue(member))).toEqual([id])
  const input = { id, outcome: 'verified', evidence: 'lease', version: 1 } as const
  expect((await house.ask(decideClaim, input, { token: member.token })).status).toBe(403)
})
