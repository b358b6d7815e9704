import { correctNotice, createNotice, withdrawNotice } from '@tmt/shared/notices/staff-contract.ts'
import { chooseCommunity } from '@tmt/shared/people/contract.ts'
import { leave } from '@tmt/shared/privacy/contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { openOutside } from '../messages/testing/outside.ts'
import { factsFrom } from '../notices/testing/notice.ts'
import { residentsOf } from '../people/audience-store.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { titlesOf, toldTo } from '../testing/inbox.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
let outside: Awaited<ReturnType<typeof openOutside>>
let committee: Somebody
beforeAll(async () => {
  house = await openHouse({ demo: false })
  outside = await openOutside(house)
  committee = await somebody(house, [{ role: 'committee', division: DONGAN }])
})
afterAll(async () => {
  await outside.close()
  await house.close()
})
beforeEach(() => {
  house.clock.now += MINUTE
})
const as = ({ token }: Somebody) => ({ token })
async function chose(communityId: string) {
  const one = await somebody(house)
  await house.ask(chooseCommunity, { communityId }, as(one))
  return one
}
const publish = (changes = {}, how = {}) =>
  house.ask(
    createNotice,
    { division: DONGAN, ...factsFrom(house.clock.now, { urgent: true, ...changes }), publish: true },
    { ...as(committee), ...how },
  )

test('residents and whoever chose the community hear of what is urgent, once; nobody else does', async () => {
  const resident = await somebody(house, [{ role: 'resident', division: DONGAN }])
  const both = await somebody(house, [{ role: 'resident', division: DONGAN }])
  await house.ask(chooseCommunity, { communityId: DONGAN }, as(both))
  const chosen = await chose(DONGAN)
  const gone = await chose(DONGAN)
  await house.ask(leave, {}, as(gone))
  const lapsed = await somebody(house, [{ role: 'resident', division: DONGAN, until: house.clock.now + 1 }])
  const elsewhere = await chose(HUAYUAN)
  house.clock.now += MINUTE
  const key = randomUUID()
  const { body } = await publish({}, { key })
  await publish({}, { key })
  await outside.run()
  house.clock.now += MINUTE
  const newcomer = await chose(DONGAN)
  await outside.run()
  for (const who of [resident, both, chosen]) {
    const told = await toldTo(house, who)
    expect(told).toMatchObject([
      { template: 'noticeUrgent', urgent: true, about: { kind: 'notice', id: body.id } },
    ])
    expect(told[0]!.body).toContain('“3号楼停水”')
  }
  for (const who of [lapsed, elsewhere, newcomer, committee]) expect(await titlesOf(house, who)).toEqual([])
  const all = await residentsOf(house.store.read, {
    of: DONGAN,
    until: house.clock.now,
    after: '',
    limit: 99,
  })
  expect(all).not.toContain(gone.id)
})

test('a correction and a withdrawal go the same way, with what changed and why', async () => {
  const me = await chose(DONGAN)
  const { body } = await publish()
  const { id } = body
  house.clock.now += MINUTE
  const facts = factsFrom(house.clock.now, { urgent: true, title: '5号楼停水' })
  const corrected = await house.ask(
    correctNotice,
    { id, version: body.version, ...facts, note: '楼号写错了' },
    as(committee),
  )
  expect(corrected.status).toBe(200)
  house.clock.now += MINUTE
  expect((await house.ask(withdrawNotice, { id, reason: '已经抢修好' }, as(committee))).status).toBe(200)
  await outside.run()
  const told = await toldTo(house, me)
  expect(told.map(({ template }) => template)).toEqual(['noticeWithdrawn', 'noticeCorrected', 'noticeUrgent'])
  expect(told[0]!.body).toContain('原因：已经抢修好。')
  expect(told[1]!.body).toContain('“5号楼停水”更正了：楼号写错了。')
})

test('what is not urgent disturbs nobody, published, corrected or withdrawn', async () => {
  const me = await chose(DONGAN)
  const { body } = await publish({ urgent: false })
  const facts = factsFrom(house.clock.now, { title: '5号楼停水' })
  const input = { id: body.id, version: body.version, ...facts, note: '楼号写错了' }
  expect((await house.ask(correctNotice, input, as(committee))).status).toBe(200)
  await house.ask(withdrawNotice, { id: body.id, reason: '已经抢修好' }, as(committee))
  await outside.run()
  expect(await titlesOf(house, me)).toEqual([])
})

test('a unit above reaches all of its communities, in batches and in order', async () => {
  const people = await crowd(house, 7, [
    { role: 'resident', division: HUAYUAN, until: house.clock.now + DAY },
  ])
  const until = house.clock.now
  const seen: string[] = []
  for (let after = ''; ; after = seen.at(-1)!) {
    const some = await residentsOf(house.store.read, { of: '321202000000', until, after, limit: 3 })
    seen.push(...some)
    if (some.length < 3) break
  }
  expect(seen).toEqual([...new Set(seen)].toSorted())
  expect(seen).toEqual(expect.arrayContaining(people.map(({ id }) => id)))
  expect(await residentsOf(house.store.read, { of: '321281000000', until, after: '', limit: 99 })).toEqual([])
})
