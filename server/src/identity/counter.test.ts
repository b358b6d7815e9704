import { myIdentity, recordedIdentities } from '@tmt/shared/identity/contract.ts'
import { requestCode, signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { checkOf } from '@tmt/shared/people/id-number.ts'
import { listConsents } from '@tmt/shared/privacy/contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../testing/somebody.ts'
import { identities } from './tables.ts'
import { newIdNumber, register, verified, workerOf } from './testing/identity.ts'

let house: TestHouse
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  worker = await workerOf(house)
})
const listed = async (communityId: string, { token }: Somebody) =>
  (await house.ask(recordedIdentities, { communityId }, { token })).body.items

test('whoever was registered at the counter signs in later and is verified already', async () => {
  const phone = newPhone()
  const { status, body } = await register(house, { phone, name: ' 演示老人 ' }, worker)
  expect([status, body.provider, body.name]).toEqual([200, 'counter', '演***'])
  expect(body.phone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
  const sent = await house.ask(requestCode, { phone })
  const signedIn = await house.ask(signInByCode, { phone, code: sent.body.demoCode! })
  expect(signedIn.body.me).toMatchObject({ id: body.personId, level: 'realName' })
  const { token } = signedIn.body
  const mine = await house.ask(myIdentity, {}, { token })
  expect(mine.body.record).toMatchObject({ provider: 'counter', idNumber: body.idNumber })
  const consents = await house.ask(listConsents, {}, { token })
  expect(consents.body.items).toMatchObject([{ purpose: 'realName', channel: 'counter' }])
})

test('who registered whom is written down, without name or number', async () => {
  const idNumber = newIdNumber()
  const { body } = await register(house, { idNumber, name: '演示留痕' }, worker)
  const rows = await house.store.read
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, worker.id), eq(auditEntries.action, 'identity.record')))
  expect(rows).toMatchObject([{ outcome: 'done', subject: body.personId, details: { communityId: DONGAN } }])
  const { text } = await everythingIn(house)
  expect([text.includes(idNumber), text.includes('演示留痕')]).toEqual([false, false])
})

test('a number as it is typed: spaces, full-width digits and a small x are put right', async () => {
  let idNumber = newIdNumber()
  while (!idNumber.endsWith('X')) idNumber = newIdNumber()
  const typed = ` ${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)}　${idNumber.slice(14).toLowerCase()}`
  const { body } = await register(house, { idNumber: typed }, worker)
  const [row] = await house.store.read.select().from(identities).where(eq(identities.personId, body.personId))
  expect(house.secrets.unseal(row!.numberSealed!)).toBe(idNumber)
})

test('two windows at once register one number: one person stands, the other is told', async () => {
  const idNumber = newIdNumber()
  const replies = await Promise.all([1, 2, 3].map(() => register(house, { idNumber })))
  const codes = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
  expect(codes).toEqual(['ok', 'taken', 'taken'])
})

test('two windows at once register one account under two numbers: the first stands', async () => {
  const phone = newPhone()
  const replies = await Promise.all([1, 2].map(() => register(house, { phone })))
  const codes = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
  expect(codes).toEqual(['alreadyVerified', 'ok'])
})

test('a child under fourteen is registered with the guardian’s consent, on the very birthday without', async () => {
  const child = await register(house, { idNumber: newIdNumber(2015), guardian: true }, worker)
  expect(child.status).toBe(200)
  // Fourteen today: 1 December 2012.
  const first = '32120020121201001'
  const today = first + checkOf(first)
  expect((await register(house, { idNumber: today }, worker)).status).toBe(200)
})

test('what was refused leaves no account behind', async () => {
  const phone = newPhone()
  await register(house, { phone, idNumber: '321200190001010014' }, worker)
  const { text } = await everythingIn(house, ['persons'])
  expect(text).not.toContain(house.secrets.index('phone', phone))
})

test('a community’s list holds those registered there and its verified residents, each masked', async () => {
  const { body } = await register(house, {}, worker)
  const resident = await verified(house, 'taizhouTong', [{ role: 'resident', division: DONGAN }])
  const stranger = await verified(house)
  const rows = await listed(DONGAN, worker)
  const ids = rows.map(({ personId }) => personId)
  expect(ids).toEqual(expect.arrayContaining([body.personId, resident.id]))
  expect(ids).not.toContain(stranger.id)
  const neighbour = await workerOf(house, HUAYUAN)
  expect(await listed(HUAYUAN, neighbour)).toEqual([])
  for (const row of rows) expect(row.phone).toMatch(/^\d{3}\*{4}\d{4}$/)
})

test('the list goes on page by page, each person once', async () => {
  const house2 = await openHouse({ demo: false })
  try {
    const by = await workerOf(house2)
    for (let i = 0; i < 53; i += 1) await register(house2, {}, by)
    const first = await house2.ask(recordedIdentities, { communityId: DONGAN }, { token: by.token })
    const cursor = first.body.next!
    const rest = await house2.ask(recordedIdentities, { communityId: DONGAN, cursor }, { token: by.token })
    expect([first.body.items.length, rest.body.items.length, rest.body.next]).toEqual([50, 3, null])
    const ids = [...first.body.items, ...rest.body.items].map(({ personId }) => personId)
    expect(new Set(ids).size).toBe(53)
  } finally {
    await house2.close()
  }
})

test('a worker of another community registers nobody here', async () => {
  const { status } = await register(house, {}, await workerOf(house, HUAYUAN))
  expect(status).toBe(404)
  expect((await register(house, {}, await somebody(house))).status).toBe(403)
})
