import { listActivities } from '@tmt/shared/activities/contract.ts'
import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { listChildren } from '@tmt/shared/divisions/search-contract.ts'
import { chooseCommunity } from '@tmt/shared/people/contract.ts'
import { requestCode, signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { managedOrganizations } from '@tmt/shared/organizations/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { post } from '../activities/testing/activity.ts'
import { DONGAN } from '../demo/city.ts'
import { auditEntries, jobs } from '../platform/tables.ts'
import { openReview } from '../reviewing.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { REVIEW_COMMUNITY } from './reviewer.ts'
import { grantRole, personOfPhone } from './store.ts'

const reviewer = { phone: '19900009999', code: '0123456789' }
let house: TestHouse
beforeEach(async () => {
  house = await openHouse({ reviewer, revealCode: false })
})
afterEach(() => house.close())
const enter = (code = reviewer.code, at = house) => at.ask(signInByCode, { phone: reviewer.phone, code })
const token = async () => (await enter()).body.token

test('without configuration the code opens nothing', async () => {
  const plain = await openHouse()
  try {
    const { status, problem } = await enter(reviewer.code, plain)
    expect([status, problem.code]).toEqual([409, 'codeExpired'])
  } finally {
    await plain.close()
  }
})

test('the code opens the made-up community, as its resident and nothing else; no message is sent', async () => {
  const asked = await house.ask(requestCode, { phone: reviewer.phone })
  expect([asked.status, asked.body.demoCode]).toEqual([200, null])
  expect(await house.store.read.$count(jobs, eq(jobs.kind, 'people.sendCode'))).toBe(0)
  const { body } = await enter()
  expect(body.me).toMatchObject({ demo: true, community: { code: REVIEW_COMMUNITY } })
  expect(body.me.roles.map(({ role, division }) => [role, division.code])).toEqual([
    ['resident', REVIEW_COMMUNITY],
  ])
})

test('there it can sign up; in a real community it changes nothing, and that is written down', async () => {
  const how = { token: await token() }
  const { body } = await house.ask(listActivities, { division: REVIEW_COMMUNITY })
  expect(body.items.every(({ demo }) => demo)).toBe(true)
  expect((await house.ask(signUp, { id: body.items[0]!.id }, how)).status).toBe(200)
  const real = await post(house)
  const { status, problem } = await house.ask(signUp, { id: real }, how)
  expect([status, problem.code]).toEqual([403, 'forbidden'])
  const denied = and(eq(auditEntries.action, 'activities.signUp'), eq(auditEntries.outcome, 'forbidden'))
  expect(await house.store.read.$count(auditEntries, denied)).toBe(1)
  const moved = await house.ask(chooseCommunity, { communityId: DONGAN }, how)
  expect([moved.status, moved.problem.code]).toEqual([403, 'confined'])
})

test('a role over a real community, granted by mistake, is none', async () => {
  await house.store.write(async (tx) => {
    const { id } = await personOfPhone(tx, house.secrets, reviewer.phone, house.clock.now)
    await grantRole(tx, { personId: id, role: 'worker', division: DONGAN, until: null }, house.clock.now)
  })
  const reply = await house.ask(managedOrganizations, { communityId: DONGAN }, { token: await token() })
  expect(reply.status).toBe(403)
})

test('wrong codes count, asking for a code takes none back, and the right one is refused after ten', async () => {
  expect((await enter()).status).toBe(200)
  for (let i = 0; i < 10; i += 1) {
    const { status, problem } = await enter(i % 2 === 0 ? '9876543210' : '123456')
    expect([status, problem.code]).toEqual([422, 'wrongCode'])
    await house.ask(requestCode, { phone: reviewer.phone })
  }
  const { status, problem } = await enter()
  expect([status, problem.code]).toEqual([409, 'codeExpired'])
  house.clock.now += DAY
  expect((await enter()).status).toBe(200)
})

test('every use is in the audit log, right or wrong', async () => {
  await enter()
  await enter('9876543210')
  const rows = await house.store.read
    .select({ outcome: auditEntries.outcome, details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'people.signInByCode'))
    .orderBy(auditEntries.id)
  expect(rows).toEqual([
    { outcome: 'done', details: { reviewer: true } },
    { outcome: 'refused:wrongCode', details: { reviewer: true } },
  ])
})

test('a number that is somebody’s own already opens nothing', async () => {
  const own = { ...reviewer, phone: '19900000001' }
  const other = await openHouse({ reviewer: own })
  try {
    const { status, problem } = await other.ask(signInByCode, own)
    expect([status, problem.code]).toEqual([409, 'codeExpired'])
    expect((await other.ask(listActivities, { division: REVIEW_COMMUNITY })).body.items).toEqual([])
  } finally {
    await other.close()
  }
})

test('the made-up street is in no list, and opening the review again adds nothing', async () => {
  await openReview(house.store, house.secrets, reviewer, house.clock.now)
  const { body } = await house.ask(listActivities, { division: REVIEW_COMMUNITY })
  expect(body.items).toHaveLength(1)
  const districts = await house.ask(listChildren, { code: '321200000000' })
  expect(districts.body.items).toHaveLength(6)
})
