import { moveOut } from '@tmt/shared/residency/contract.ts'
import { listUnitTotals, seatOf, settleSeat, setUnitTotals } from '@tmt/shared/residency/seat-contract.ts'
import { decideClaim, revokeClaim } from '@tmt/shared/residency/staff-contract.ts'
import { DAY, MINUTE, startOfDay } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CHENGDONG, DONGAN, HUAYUAN } from '../demo/city.ts'
import { statusesOf } from '../testing/client.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { findSeat } from './seat-store.ts'
import { gridWorker, home, verifiedHome, verifier } from './testing/residency.ts'
import { type Family, family, propose, reply, seatsOf, settle } from './testing/seats.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
async function speaks({ seat, people }: Family) {
  const { representativeId } = (await findSeat(house.store.read, seat))!
  return people.findIndex(({ id }) => id === representativeId)
}
const ask = (one: Family, by: number, to: number) => propose(house, one.seat, one.people[by]!, one.homes[to]!)
const say = (one: Family, by: number, agree: boolean, proposal?: string) =>
  reply(house, one.seat, one.people[by]!, agree, proposal)
const leave = (one: Family, who: number) =>
  house.ask(moveOut, { id: one.homes[who]! }, { token: one.people[who]!.token })
async function write(by: Somebody, one: Family, more: object) {
  const { version } = (await findSeat(house.store.read, one.seat))!
  return house.ask(settleSeat, { id: one.seat, version, ...more }, { token: by.token })
}

test('those verified at one door are one household, and see each other by name alone', async () => {
  const one = await family(house, 2)
  const [seat, ...more] = await seatsOf(house, one.people[0]!)
  expect(more).toEqual([])
  expect(seat).toMatchObject({ purpose: 'household', door: one.door, unit: null, proposal: null })
  expect(seat!.members.map(({ me, minor }) => [me, minor])).toEqual([
    [true, false],
    [false, false],
  ])
  expect(JSON.stringify(seat)).not.toMatch(/199\*|1990/)
  expect(await seatsOf(house, await somebody(house))).toEqual([])
})

test('who waits, owns without living there or works there is of no household', async () => {
  const one = await family(house, 1)
  await home(house, await somebody(house), { door: one.door })
  await verifiedHome(house, await somebody(house), { door: one.door, kind: 'workOnly' })
  await verifiedHome(house, await somebody(house), { door: one.door, kind: 'ownerOnly' })
  expect((await seatsOf(house, one.people[0]!))[0]!.members).toHaveLength(1)
})

test('the head whom the worker named is the representative, until the household agrees on another', async () => {
  const [worker, one] = [await verifier(house), await family(house, 3)]
  expect(await speaks(one)).toBe(-1)
  const { body } = await write(worker, one, { head: one.homes[0]! })
  expect(body.members.map(({ head, representative }) => [head, representative])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ])
  const asked = (await ask(one, 1, 1)).body.proposal!
  expect(asked).toMatchObject({ agreed: 0, needed: 1, obstacle: 'ownProposal' })
  expect(await speaks(one)).toBe(0)
  expect((await say(one, 2, true)).problem.code).toBe('headDecides')
  const { body: agreed } = await say(one, 0, true)
  expect(agreed.proposal).toBeNull()
  expect(agreed.history.map(({ how }) => how)).toEqual(['agreed', 'head'])
  expect(await speaks(one)).toBe(1)
})

test('where the head asks, any other adult agrees', async () => {
  const one = await family(house, 3)
  await settle(house, one, { headId: one.people[0]!.id })
  await ask(one, 0, 2)
  expect((await say(one, 1, true)).status).toBe(200)
  expect(await speaks(one)).toBe(2)
})

test('said no to, or taken back, nothing changes and another may be proposed', async () => {
  const one = await family(house, 2)
  await settle(house, one, { headId: one.people[0]!.id })
  await ask(one, 1, 1)
  expect((await say(one, 0, false)).body.proposal).toBeNull()
  await ask(one, 1, 1)
  expect((await say(one, 1, false)).body.proposal).toBeNull()
  expect((await ask(one, 1, 1)).status).toBe(200)
  expect(await speaks(one)).toBe(0)
})

test('a representative who moves out is none: the head is again, and what was proposed falls', async () => {
  const one = await family(house, 3)
  await settle(house, one, { headId: one.people[0]!.id })
  await ask(one, 1, 1)
  await say(one, 0, true)
  await ask(one, 2, 2)
  await leave(one, 1)
  expect(await speaks(one)).toBe(0)
  const [seat] = await seatsOf(house, one.people[0]!)
  expect(seat!.members).toHaveLength(2)
  expect(seat!.proposal).not.toBeNull()
  await leave(one, 2)
  expect((await seatsOf(house, one.people[0]!))[0]!.proposal).toBeNull()
  await leave(one, 0)
  expect(await speaks(one)).toBe(-1)
  expect(await seatsOf(house, one.people[0]!)).toEqual([])
  expect((await ask(one, 0, 0)).status).toBe(404)
})

test('a residency that is revoked takes its person out of the household as well', async () => {
  const [worker, one] = [await verifier(house), await family(house, 2)]
  await settle(house, one, { headId: one.people[0]!.id })
  const input = { id: one.homes[0]!, reason: 'notThere', version: 2 } as const
  expect((await house.ask(revokeClaim, input, { token: worker.token })).status).toBe(200)
  expect(await speaks(one)).toBe(-1)
  const [seat] = await seatsOf(house, one.people[1]!)
  expect(seat!.history.map(({ how, name }) => [how, name === null])).toEqual([
    ['left', true],
    ['head', false],
  ])
})

test('a minor, as the verifier has seen, stands for nobody until the birthday', async () => {
  const one = await family(house, 1)
  const [child, worker] = [await somebody(house), await verifier(house)]
  const id = await home(house, child, { door: one.door })
  const adultOn = startOfDay(house.clock.now + 10 * DAY)
  await house.ask(
    decideClaim,
    { id, outcome: 'verified', evidence: 'hukouBook', adultOn, version: 1 },
    { token: worker.token },
  )
  const seat = (await seatsOf(house, child))[0]!
  expect(seat.members.map(({ me, minor }) => [me, minor])).toContainEqual([true, true])
  expect((await propose(house, one.seat, one.people[0]!, id)).problem.code).toBe('minor')
  house.clock.now = adultOn
  expect((await propose(house, one.seat, one.people[0]!, id)).status).toBe(200)
  expect((await reply(house, one.seat, child, true)).status).toBe(200)
  expect((await findSeat(house.store.read, one.seat))!.representativeId).toBe(child.id)
})

test('two who propose at once make one proposal; two who answer at once make one change', async () => {
  const one = await family(house, 4)
  expect(statusesOf(await Promise.all([ask(one, 0, 2), ask(one, 1, 3)]))).toEqual([200, 409])
  const { proposal } = (await seatsOf(house, one.people[2]!))[0]!
  const answers = await Promise.all([2, 3].map((who) => say(one, who, true, proposal!.id)))
  expect(statusesOf(answers)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)!.problem.code).toBe('settled')
  const [seat] = await seatsOf(house, one.people[0]!)
  expect(seat!.history.map(({ how }) => how)).toEqual(['agreed'])
})

test('agreeing and moving out at once leave no representative who is gone', async () => {
  for (let i = 0; i < 5; i += 1) {
    const one = await family(house, 2)
    await ask(one, 0, 0)
    const { proposal } = (await seatsOf(house, one.people[1]!))[0]!
    await Promise.all([say(one, 1, true, proposal!.id), leave(one, 0)])
    expect(await speaks(one)).toBe(-1)
  }
})

test('a worker decides where they can’t agree, in writing; the other grid sees nothing of it', async () => {
  const [worker, one] = [await verifier(house), await family(house, 2)]
  await ask(one, 0, 0)
  const grid = await gridWorker(house, `${DONGAN}-002`)
  expect((await write(grid, one, { representative: one.homes[1]!, note: '都在场' })).status).toBe(404)
  const member = await somebody(house, [{ role: 'committee', division: DONGAN }])
  expect((await write(member, one, { representative: one.homes[1]!, note: '都在场' })).status).toBe(403)
  const { body } = await write(worker, one, { representative: one.homes[1]!, note: '两人都在场' })
  expect([body.proposal, body.history[0]!.how]).toEqual([null, 'worker'])
  expect(await speaks(one)).toBe(1)
  const seen = await house.ask(seatOf, { id: one.homes[0]! }, { token: worker.token })
  expect(seen.body.seat).toMatchObject({ id: one.seat, door: one.door })
  expect((await house.ask(seatOf, { id: one.homes[0]! }, { token: grid.token })).status).toBe(404)
  const stranger = await somebody(house)
  expect((await propose(house, one.seat, stranger, one.homes[0]!)).status).toBe(404)
  expect((await reply(house, one.seat, stranger, false, one.seat)).status).toBe(404)
})

test('a claim that only waits is of no household yet', async () => {
  const [worker, id] = [await verifier(house), await home(house, await somebody(house))]
  const { body } = await house.ask(seatOf, { id }, { token: worker.token })
  expect(body).toEqual({ seat: null })
})

test('one may live at a door and own it: each is verified by itself', async () => {
  const me = await somebody(house)
  const one = await family(house, 1, { purpose: 'unit', first: me })
  await verifiedHome(house, me, { door: one.door })
  const purposes = (await seatsOf(house, me)).map(({ purpose }) => purpose)
  expect(purposes.toSorted()).toEqual(['household', 'unit'])
})

test('a sole owner speaks for the unit once the worker has entered its area, and a co-owner ends that', async () => {
  const [worker, one] = [await verifier(house), await family(house, 1, { purpose: 'unit' })]
  expect(await speaks(one)).toBe(-1)
  const unit = { area: 10_650, basis: 'register', owners: 1 } as const
  const { body } = await write(worker, one, { unit })
  expect(body).toMatchObject({ unit, members: [{ representative: true }] })
  await verifiedHome(house, await somebody(house), { door: one.door, kind: 'ownerOnly' })
  expect(await speaks(one)).toBe(-1)
})

test('of several owners every other one has to agree', async () => {
  const one = await family(house, 3, { purpose: 'unit' })
  expect((await ask(one, 0, 0)).problem.code).toBe('ownersMissing')
  await settle(house, one, { owners: 3 })
  await ask(one, 0, 0)
  expect((await say(one, 1, true)).body.proposal).toMatchObject({
    agreed: 1,
    needed: 2,
    obstacle: 'answered',
  })
  expect(await speaks(one)).toBe(-1)
  expect((await say(one, 2, true)).body.proposal).toBeNull()
  expect(await speaks(one)).toBe(0)
})

test('the last two owners who agree at once both count', async () => {
  const one = await family(house, 3, { purpose: 'unit' })
  await settle(house, one, { owners: 3 })
  const { proposal } = (await ask(one, 0, 1)).body
  const answers = await Promise.all([1, 2].map((who) => say(one, who, true, proposal!.id)))
  expect(statusesOf(answers)).toEqual([200, 200])
  expect(await speaks(one)).toBe(1)
})

test('a 小区 has the numbers that its papers say beside those that were verified', async () => {
  const worker = await verifier(house)
  const token = { token: worker.token }
  const here = async () =>
    (await house.ask(listUnitTotals, { communityId: DONGAN }, token)).body.items.find(
      ({ name }) => name === '东安花园',
    )!
  const before = await here()
  const one = await family(house, 2, { purpose: 'unit' })
  await settle(house, one, { owners: 2, area: 9_000 })
  const after = await here()
  expect(after.verified.units - before.verified.units).toBe(1)
  expect(after.verified.area - before.verified.area).toBe(9_000)
  const { place: code, version } = after
  const input = { code, units: 812, area: 8_643_250, version }
  const replies = await Promise.all([1, 2].map(() => house.ask(setUnitTotals, input, token)))
  expect(statusesOf(replies)).toEqual([200, 409])
  expect(await here()).toMatchObject({ entered: { units: 812, area: 8_643_250 }, version: version + 1 })
  const again = { ...input, units: 813, version: version + 1 }
  expect((await house.ask(setUnitTotals, again, token)).status).toBe(200)
  const town = await somebody(house, [{ role: 'town', division: CHENGDONG }])
  const seen = await house.ask(listUnitTotals, { communityId: DONGAN }, { token: town.token })
  expect(seen.body.items.map(({ entered }) => entered?.units)).toContain(813)
  expect((await house.ask(setUnitTotals, again, { token: town.token })).status).toBe(403)
  expect((await house.ask(listUnitTotals, { communityId: HUAYUAN }, token)).status).toBe(404)
  const owner = one.people[0]!
  expect((await house.ask(listUnitTotals, { communityId: DONGAN }, { token: owner.token })).status).toBe(403)
  await leave(one, 0)
  await leave(one, 1)
  expect((await here()).verified).toEqual(before.verified)
})
