import { moveOut } from '@tmt/shared/residency/contract.ts'
import { CONFIRM_AHEAD } from '@tmt/shared/residency/rules.ts'
import { decideClaim, revokeClaim } from '@tmt/shared/residency/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createJobs } from '../jobs.ts'
import { openOutside } from '../messages/testing/outside.ts'
import { openSession } from '../people/sessions.ts'
import { home, verifiedHome, verifier, verify } from '../residency/testing/residency.ts'
import { family, makeMinor, propose, reply, settle } from '../residency/testing/seats.ts'
import { findSeat } from '../residency/seat-store.ts'
import { findResidency } from '../residency/store.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { titlesOf, toldTo } from '../testing/inbox.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
let outside: Awaited<ReturnType<typeof openOutside>>
let me: Somebody
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
  outside = await openOutside(house)
})
afterAll(async () => {
  await outside.close()
  await house.close()
})
beforeEach(async () => {
  house.clock.now += MINUTE
  me = await somebody(house)
  worker = await verifier(house)
})
const as = ({ token }: Somebody) => ({ token })

test('whoever is verified hears what they may do now and until when; the same again tells nothing', async () => {
  const id = await home(house, me)
  const key = randomUUID()
  const input = { id, outcome: 'verified', evidence: 'hukouBook', version: 1 } as const
  for (let i = 0; i < 2; i += 1) await house.ask(decideClaim, input, { ...as(worker), key })
  const told = await toldTo(house, me)
  expect(told).toMatchObject([
    { template: 'residencyDecided', about: { kind: 'residency', id }, urgent: false },
  ])
  expect(told[0]!.body).toMatch(/^您登记的“东安花园 .+”：已核验。从现在起.+一年要确认一次，/)
  expect(told[0]!.body).not.toContain('101')
})

test.each([
  ['needMore', '要补充', '改好或补上后再交一次'],
  ['rejected', '没有通过', '到社区窗口问'],
] as const)('%s: the reason in words, and what comes next', async (outcome, says, next) => {
  const id = await home(house, me)
  const said = { reason: 'doorUnclear', note: ' 请写单元号 ' } as const
  const { status } = await house.ask(decideClaim, { id, outcome, version: 1, ...said }, as(worker))
  expect(status).toBe(200)
  const [told] = await toldTo(house, me)
  expect(told!.body).toContain(`：${says}。原因：门牌写得不清楚（请写单元号）。`)
  expect(told!.body).toContain(next)
})

test('nobody hears of a decision that was refused', async () => {
  const id = await home(house, me)
  await verify(house, id, worker, 7)
  expect(await titlesOf(house, me)).toEqual([])
})

test('a verification that is taken back is told with its reason', async () => {
  const id = await verifiedHome(house, me)
  const { version } = (await findResidency(house.store.read, id))!
  house.clock.now += MINUTE
  await house.ask(revokeClaim, { id, reason: 'notThere', note: '', version }, as(worker))
  const [told] = await toldTo(house, me)
  expect(told).toMatchObject({ title: '住处核验收回', about: { kind: 'residency', id } })
  expect(told!.body).toContain('原因：本人不住在这里。')
})

const runJob = (kind: string) =>
  createJobs(outside.parts).handlers[kind]!.run({ id: randomUUID(), kind, data: {}, tries: 1 })

test('what is late, ends soon and has ended is told once each', async () => {
  const late = await home(house, me)
  house.clock.now += 3 * DAY
  for (let i = 0; i < 2; i += 1) await runJob('residency.urge')
  expect(await titlesOf(house, me)).toEqual(['已替您催办'])
  await verify(house, late, worker)
  const ends = (await findResidency(house.store.read, late))!.confirmBy!
  const token = () => house.store.write((tx) => openSession(tx, me.id, '测试', house.clock.now))
  house.clock.now = ends - CONFIRM_AHEAD + 1
  for (let i = 0; i < 2; i += 1) await runJob('residency.year')
  const [ending, ...rest] = await toldTo(house, { token: await token() })
  expect([ending!.title, rest.length]).toEqual(['请确认还住在这里', 2])
  house.clock.now = ends + HOUR
  for (let i = 0; i < 2; i += 1) await runJob('residency.year')
  const titles = await titlesOf(house, { token: await token() })
  expect(titles).toEqual(['住处核验过期', '请确认还住在这里', '住处核验结果', '已替您催办'])
})

test('members of age are asked for their word, and all hear who speaks for them; others hear nothing', async () => {
  const one = await family(house, 4)
  const [first, second, third, child] = one.people as [Somebody, Somebody, Somebody, Somebody]
  await makeMinor(house, one.homes[3]!, house.clock.now + 900 * DAY)
  house.clock.now += MINUTE
  const { status } = await propose(house, one.seat, first, one.homes[1]!)
  expect(status).toBe(200)
  const latest = async (who: Somebody) => (await toldTo(house, who))[0]!
  for (const who of [second, third])
    expect(await latest(who)).toMatchObject({ title: '等您表态', about: { kind: 'seat', id: one.seat } })
  for (const who of [first, child]) expect((await latest(who)).title).toBe('住处核验结果')
  house.clock.now += MINUTE
  // Two of three agree, who proposed it being one.
  expect((await reply(house, one.seat, second, true)).status).toBe(200)
  await outside.run()
  for (const who of one.people) expect((await latest(who)).title).toBe('代表换了')
  expect(await titlesOf(house, me)).toEqual([])
})

test('who spoke for a household moves out: those who stay hear that somebody else does, or nobody', async () => {
  const one = await family(house, 3)
  const [head, second, third] = one.people as [Somebody, Somebody, Somebody]
  await settle(house, one, { headId: head.id })
  expect((await findSeat(house.store.read, one.seat))!.representativeId).toBe(head.id)
  house.clock.now += MINUTE
  const { status } = await house.ask(moveOut, { id: one.homes[0]! }, as(head))
  expect(status).toBe(200)
  await outside.run()
  for (const who of [second, third]) {
    const [told] = await toldTo(house, who)
    expect(told).toMatchObject({ title: '代表换了', about: { kind: 'seat', id: one.seat } })
  }
  expect(await titlesOf(house, head)).not.toContain('代表换了')
  // Who moves out without having spoken for anybody changes nothing.
  const other = await family(house, 3)
  await settle(house, other, { headId: other.people[0]!.id })
  house.clock.now += MINUTE
  await house.ask(moveOut, { id: other.homes[2]! }, as(other.people[2]!))
  await outside.run()
  expect(await titlesOf(house, other.people[1]!)).not.toContain('代表换了')
})
