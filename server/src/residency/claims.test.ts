import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { createActivity } from '@tmt/shared/activities/staff-contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import {
  changeResidency,
  choosePrimary,
  claimResidency,
  discardResidency,
  moveOut,
  myResidencies,
  withdrawResidency,
} from '@tmt/shared/residency/contract.ts'
import { confirmByAfter } from '@tmt/shared/residency/rules.ts'
import { decideClaim, listClaims } from '@tmt/shared/residency/staff-contract.ts'
import { atShanghai, DAY, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { post } from '../activities/testing/activity.ts'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { everythingIn } from '../testing/everything.ts'
import { statusesOf } from '../testing/client.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { residencies } from './tables.ts'
import { claim, home, homeFrom, verifiedHome, verifier, verify } from './testing/residency.ts'

let house: TestHouse
let me: Somebody
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  me = await somebody(house)
  worker = await verifier(house)
})
const mine = async () => (await house.ask(myResidencies, {}, { token: me.token })).body.items
const rolesOf = async () => {
  const { body } = await house.ask(getMe, {}, { token: me.token })
  return body.roles.map(({ role, division, until }) => [role, division.code, until])
}

test('a claim that is handed in waits, says until when, and makes nobody a resident', async () => {
  const { status, body } = await claim(house, me, { door: ' 2单元301室 ' })
  const { now } = house.clock
  expect(status).toBe(200)
  expect(body).toMatchObject({
    communityId: DONGAN,
    communityName: '东安居委会',
    placeName: '东安花园 1号楼',
    door: '2单元301室',
    status: 'pending',
    submittedAt: now,
    // Tuesday, and three working days after it.
    dueAt: atShanghai(2026, 12, 5),
    primary: false,
    confirmBy: null,
    demo: false,
  })
  expect(await mine()).toEqual([body])
  expect(await rolesOf()).toEqual([])
})

test('verified, it makes a resident for a year, who signs up for what is for residents alone at once', async () => {
  const activity = await post(house, { residencyRequired: 'community' })
  const before = await house.ask(signUp, { id: activity }, { token: me.token })
  expect(before.problem.code).toBe('notEligible')
  const { body } = await claim(house, me)
  const { status, body: decided } = await verify(house, body.id, worker)
  expect([status, decided.status, decided.evidence]).toEqual([200, 'verified', 'hukouBook'])
  const until = confirmByAfter(house.clock.now)
  expect(await rolesOf()).toEqual([['resident', DONGAN, until]])
  const [now] = await mine()
  expect(now).toMatchObject({
    status: 'verified',
    primary: true,
    confirmBy: until,
    dueAt: null,
    reason: null,
  })
  expect((await house.ask(signUp, { id: activity }, { token: me.token })).status).toBe(200)
  expect(createActivity.by).toBe('staff')
})

test('owners and those who work there are verified, and are no residents', async () => {
  for (const kind of ['ownerOnly', 'workOnly'] as const) {
    const { body } = await claim(house, me, { kind, door: kind })
    expect((await verify(house, body.id, worker)).body.status).toBe('verified')
  }
  expect(await rolesOf()).toEqual([])
})

test('what is not enough comes back with a reason, is mended and handed in again', async () => {
  const { body } = await claim(house, me)
  const refused = await house.ask(
    decideClaim,
    { id: body.id, outcome: 'needMore', reason: 'doorUnclear', note: ' 写上单元 ', version: 1 },
    { token: worker.token },
  )
  expect(refused.body).toMatchObject({ status: 'needMore', reason: 'doorUnclear', note: '写上单元' })
  const [told] = await mine()
  expect(told).toMatchObject({ status: 'needMore', reason: 'doorUnclear', note: '写上单元', dueAt: null })
  const { id, version } = told!
  const again = { ...homeFrom(house.clock.now, { door: '1单元101室' }), id, version, submit: true }
  const { body: sent } = await house.ask(changeResidency, again, { token: me.token })
  expect(sent).toMatchObject({ id, status: 'pending', door: '1单元101室', reason: null, note: '' })
  expect((await verify(house, id, worker, sent.version)).status).toBe(200)
})

test('what was refused says why, makes no resident, and may be tried again', async () => {
  const { body } = await claim(house, me)
  const input = { id: body.id, outcome: 'rejected', reason: 'notThere', version: 1 } as const
  await house.ask(decideClaim, input, { token: worker.token })
  const [told] = await mine()
  expect(told).toMatchObject({ status: 'rejected', reason: 'notThere' })
  expect(await rolesOf()).toEqual([])
})

test('kept, handed in, taken back, thrown away', async () => {
  const { body: kept } = await claim(house, me, { submit: false })
  expect(kept).toMatchObject({ status: 'draft', submittedAt: null, dueAt: null })
  const { id } = kept
  const send = { ...homeFrom(house.clock.now), id, submit: true, version: 1 }
  expect((await house.ask(changeResidency, send, { token: me.token })).body.status).toBe('pending')
  const { body: back } = await house.ask(withdrawResidency, { id }, { token: me.token })
  expect([back.status, back.dueAt]).toEqual(['draft', null])
  expect((await house.ask(discardResidency, { id }, { token: me.token })).status).toBe(200)
  expect(await mine()).toEqual([])
})

test('the same claim sent twice with one key is one claim', async () => {
  const input = { ...homeFrom(house.clock.now), submit: true }
  const how = { token: me.token, key: 'lost-answer-residency-01' }
  const first = await house.ask(claimResidency, input, how)
  const again = await house.ask(claimResidency, input, how)
  expect(again.body).toEqual(first.body)
  expect(await mine()).toHaveLength(1)
})

test('two devices at once claim one door once, and six doors at most', async () => {
  const same = await Promise.all([claim(house, me), claim(house, me), claim(house, me)])
  expect(statusesOf(same)).toEqual([200, 409, 409])
  const many = await Promise.all(
    Array.from({ length: 8 }, (_, i) => claim(house, me, { door: `${i + 1}室` })),
  )
  expect(many.filter(({ status }) => status === 200)).toHaveLength(5)
  expect(await mine()).toHaveLength(6)
})

test('of two workers who decide at once one stands, and the other is told', async () => {
  const { body } = await claim(house, me)
  const other = await verifier(house)
  const no = { id: body.id, outcome: 'rejected', reason: 'notThere', version: 1 } as const
  const replies = await Promise.all([
    verify(house, body.id, worker),
    house.ask(decideClaim, no, { token: other.token }),
  ])
  expect(statusesOf(replies)).toEqual([200, 409])
  const told = replies.find(({ status }) => status === 409)!
  expect(told.problem.code).toBe('decided')
  const stands = replies.find(({ status }) => status === 200)!.body.status
  expect((await mine())[0]!.status).toBe(stands)
  expect(await rolesOf()).toHaveLength(stands === 'verified' ? 1 : 0)
})

test('a claim that is taken back while it is decided is either, never both', async () => {
  const { body } = await claim(house, me)
  const [back, decided] = await Promise.all([
    house.ask(withdrawResidency, { id: body.id }, { token: me.token }),
    verify(house, body.id, worker),
  ])
  expect(statusesOf([back, decided])).toEqual([200, 409])
  expect(await rolesOf()).toHaveLength(decided.status === 200 ? 1 : 0)
})

test('of several, one is primary; when it is left, another is, and the role lasts as long as any', async () => {
  const first = await verifiedHome(house, me, { door: '1室' })
  house.clock.now += DAY
  const second = await verifiedHome(house, me, { door: '2室' })
  const primary = async () => (await mine()).filter((one) => one.primary).map(({ id }) => id)
  expect(await primary()).toEqual([first])
  await house.ask(choosePrimary, { id: second }, { token: me.token })
  expect(await primary()).toEqual([second])
  const until = confirmByAfter(house.clock.now)
  expect(await rolesOf()).toEqual([['resident', DONGAN, until]])

  const { body: left } = await house.ask(moveOut, { id: second }, { token: me.token })
  expect([left.status, left.primary]).toEqual(['movedOut', false])
  expect(await primary()).toEqual([first])
  expect(await rolesOf()).toEqual([['resident', DONGAN, confirmByAfter(house.clock.now - DAY)]])
  await house.ask(moveOut, { id: first }, { token: me.token })
  expect([await primary(), await rolesOf()]).toEqual([[], []])
})

test('two devices that each choose a primary one leave one', async () => {
  const ids = await Promise.all(['1室', '2室', '3室'].map((door) => verifiedHome(house, me, { door })))
  const replies = await Promise.all(ids.map((id) => house.ask(choosePrimary, { id }, { token: me.token })))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await mine()).filter(({ primary }) => primary)).toHaveLength(1)
})

test('in two communities at once: a resident of both, with one primary home', async () => {
  const there = await home(house, me, { place: `${HUAYUAN}-B0001`, kind: 'hukouOnly' })
  const here = await home(house, me)
  const theirs = await verifier(house, HUAYUAN)
  await Promise.all([verify(house, there, theirs), verify(house, here, worker)])
  expect(new Set((await rolesOf()).map(([, division]) => division))).toEqual(new Set([DONGAN, HUAYUAN]))
  expect((await mine()).filter(({ primary }) => primary)).toHaveLength(1)
})

test('nobody sees, changes or leaves another’s', async () => {
  const id = await verifiedHome(house, me)
  const stranger = await somebody(house, [{ role: 'resident', division: DONGAN }])
  for (const contract of [withdrawResidency, discardResidency, moveOut, choosePrimary])
    expect((await house.ask(contract, { id }, { token: stranger.token })).status).toBe(404)
  expect((await house.ask(myResidencies, {}, { token: stranger.token })).body.items).toEqual([])
  expect((await mine())[0]!.status).toBe('verified')
})

test('neighbours at one door are told nothing of each other', async () => {
  await verifiedHome(house, me, { door: '9单元901室' })
  const neighbour = await somebody(house)
  const { status, body } = await claim(house, neighbour, { door: '9-901' })
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toContain(me.id)
})

test('the door stands in no row and no line of the audit log that can be read', async () => {
  const { body } = await claim(house, me, { door: '秘密门牌七〇七' })
  await verify(house, body.id, worker)
  await house.ask(listClaims, { communityId: DONGAN }, { token: worker.token })
  expect((await everythingIn(house)).text).not.toContain('秘密门牌')
  const rows = await house.store.read.select().from(auditEntries).where(eq(auditEntries.subject, body.id))
  expect(rows.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['residency.claim', 'done'],
    ['residency.decide', 'done'],
  ])
  const [row] = await house.store.read.select().from(residencies).where(eq(residencies.id, body.id))
  expect(row!.doorSealed).toMatch(/^sm4:1:/)
})
