import { getMe } from '@tmt/shared/people/contract.ts'
import { listSessions, revokeSession, signOut } from '@tmt/shared/people/account-contract.ts'
import { signInByCode, requestCode } from '@tmt/shared/people/sign-in-contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Unavailable } from '../platform/store.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { everythingIn } from '../testing/everything.ts'
import { newPhone, type Somebody, somebody } from '../testing/somebody.ts'
import { peopleJobs } from './jobs.ts'
import { createWhoIs, openSession } from './sessions.ts'
import { sessions } from './tables.ts'

let house: TestHouse
let me: Somebody
beforeAll(async () => {
  house = await openHouse({ demo: false })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += DAY
  me = await somebody(house)
})
const statusOf = async (token: string) => (await house.ask(getMe, {}, { token })).status
const rowOf = async (person: Somebody) => {
  const [row] = await house.store.read.select().from(sessions).where(eq(sessions.personId, person.id))
  return row!
}
const another = (device: string) => house.store.write((tx) => openSession(tx, me.id, device, house.clock.now))

test('no table holds a token that opens a session', async () => {
  const phone = newPhone()
  const { body: asked } = await house.ask(requestCode, { phone })
  const { body } = await house.ask(signInByCode, { phone, code: asked.demoCode! })
  const { text, tables } = await everythingIn(house)
  expect(tables).toContain('sessions')
  expect(tables).toContain('answered_commands')
  expect(text).toContain(body.me.id)
  for (const token of [body.token, me.token]) {
    expect(await statusOf(token)).toBe(200)
    expect(text).not.toContain(token)
    expect(text).not.toContain(Buffer.from(token).toString('base64url'))
  }
})

test.each([
  ['none', undefined],
  ['a made-up one', 'Bearer abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'],
  ['one too short', 'Bearer abc'],
  ['the hash of a good one', 'hash'],
  ['a good one of another kind', 'basic'],
])('with %s as the token nobody is signed in', async (_name, header) => {
  const { tokenHash } = await rowOf(me)
  const authorization =
    header === 'hash' ? `Bearer ${tokenHash}` : header === 'basic' ? `Basic ${me.token}` : header
  const { status, problem } = await house.ask(
    getMe,
    {},
    { headers: { ...(authorization && { authorization }) } },
  )
  expect([status, problem.code]).toEqual([401, 'notSignedIn'])
})

test('thirty days slide on with the use, and end to the millisecond', async () => {
  const { expiresAt } = await rowOf(me)
  expect(expiresAt).toBe(house.clock.now + 30 * DAY)
  house.clock.now = expiresAt - 1
  expect(await statusOf(me.token)).toBe(200)
  const slid = await rowOf(me)
  expect(slid).toMatchObject({ usedAt: expiresAt - 1, expiresAt: expiresAt - 1 + 30 * DAY })
  house.clock.now = slid.expiresAt
  expect(await statusOf(me.token)).toBe(401)
})

test('the use is written once a day at most', async () => {
  const opened = await rowOf(me)
  house.clock.now += DAY - 1
  const { units } = house.store.stats
  for (let i = 0; i < 5; i += 1) expect(await statusOf(me.token)).toBe(200)
  expect(house.store.stats.units).toBe(units)
  expect(await rowOf(me)).toEqual(opened)
  house.clock.now += 1
  await Promise.all(Array.from({ length: 5 }, () => statusOf(me.token)))
  expect(await rowOf(me)).toMatchObject({ usedAt: house.clock.now, expiresAt: house.clock.now + 30 * DAY })
  const written = house.store.stats.units
  expect(await statusOf(me.token)).toBe(200)
  expect(house.store.stats.units).toBe(written)
})

test('a database that takes no writes just now does not sign anybody out', async () => {
  house.clock.now += 2 * DAY
  const write = async () => {
    throw new Unavailable('SQLITE_FULL')
  }
  const actor = await createWhoIs({ ...house.store, write })(me.token, '127.0.0.1', house.clock.now)
  expect(actor?.personId).toBe(me.id)
  const broken = async () => {
    throw new TypeError('a fault of ours')
  }
  const asked = createWhoIs({ ...house.store, write: broken })(me.token, '127.0.0.1', house.clock.now)
  await expect(asked).rejects.toThrow('a fault of ours')
})

test('the devices are listed, the last used first, and this one is marked', async () => {
  const phone = await another('微信小程序')
  const browser = await another('电脑浏览器')
  house.clock.now += DAY
  expect(await statusOf(phone)).toBe(200)
  const { body } = await house.ask(listSessions, {}, { token: browser })
  // The asking itself is a use.
  expect(body.items.map(({ device, current }) => [device, current])).toEqual([
    ['电脑浏览器', true],
    ['微信小程序', false],
    ['测试', false],
  ])
  expect(body.items[1]).toMatchObject({ usedAt: house.clock.now, expiresAt: house.clock.now + 30 * DAY })
  expect(JSON.stringify(body)).not.toContain('Hash')
})

test('sessions that ended are not listed', async () => {
  await another('旧手机')
  house.clock.now += 29 * DAY
  expect(await statusOf(me.token)).toBe(200)
  house.clock.now += 2 * DAY
  const { body } = await house.ask(listSessions, {}, { token: me.token })
  expect(body.items.map(({ device }) => device)).toEqual(['测试'])
})

test('a session that is closed from another device is closed at once', async () => {
  const lost = await another('丢了的手机')
  expect(await statusOf(lost)).toBe(200)
  const { body } = await house.ask(listSessions, {}, { token: me.token })
  const { id } = body.items.find(({ device }) => device === '丢了的手机')!
  const key = 'revoke-lost-phone-0001'
  expect((await house.ask(revokeSession, { id }, { token: me.token, key })).body).toEqual({ ok: true })
  expect(await statusOf(lost)).toBe(401)
  expect(await statusOf(me.token)).toBe(200)
  // The same click again is the same answer; a new one finds nothing.
  expect((await house.ask(revokeSession, { id }, { token: me.token, key })).body).toEqual({ ok: true })
  expect((await house.ask(revokeSession, { id }, { token: me.token })).status).toBe(404)
})

test("somebody else's session is not there, is not closed, and the attempt is written down", async () => {
  const stranger = await somebody(house)
  const { id } = await rowOf(stranger)
  const { status, problem } = await house.ask(revokeSession, { id }, { token: me.token })
  expect([status, problem.code]).toEqual([404, 'notFound'])
  expect(await statusOf(stranger.token)).toBe(200)
  const { body } = await house.ask(listSessions, {}, { token: me.token })
  expect(body.items.map((item) => item.id)).not.toContain(id)
  const rows = await house.store.read
    .select({ outcome: auditEntries.outcome, actorId: auditEntries.actorId })
    .from(auditEntries)
    .where(and(eq(auditEntries.action, 'people.revokeSession'), eq(auditEntries.subject, id)))
  expect(rows).toEqual([{ outcome: 'hidden', actorId: me.id }])
})

test('signing out closes this session and no other', async () => {
  const other = await another('平板')
  expect((await house.ask(signOut, {}, { token: other })).body).toEqual({ ok: true })
  expect(await statusOf(other)).toBe(401)
  expect(await statusOf(me.token)).toBe(200)
})

test('a session that was closed stays closed, though its use was just being written', async () => {
  house.clock.now += 2 * DAY
  const [, status] = await Promise.all([
    house.ask(signOut, {}, { token: me.token }),
    statusOf(me.token),
    statusOf(me.token),
  ])
  expect([200, 401]).toContain(status)
  expect(await statusOf(me.token)).toBe(401)
  expect(await house.store.read.$count(sessions, eq(sessions.personId, me.id))).toBe(0)
})

test('the sweep removes what ended, and nothing else', async () => {
  const old = await somebody(house)
  const phone = newPhone()
  await house.ask(requestCode, { phone })
  house.clock.now += 30 * DAY + MINUTE
  const fresh = await somebody(house)
  await house.ask(requestCode, { phone: newPhone() })
  const { handlers } = peopleJobs({ ...house, sms: null, now: () => house.clock.now })
  await handlers['people.sweep'].run({ id: '1', kind: 'people.sweep', data: {}, tries: 1 })
  const left = await house.store.read.select({ personId: sessions.personId }).from(sessions)
  expect(left.map(({ personId }) => personId)).toContain(fresh.id)
  expect(left.map(({ personId }) => personId)).not.toContain(old.id)
  const { text } = await everythingIn(house, ['sign_in_codes', 'answered_commands'])
  expect(text).not.toContain(house.secrets.index('phone', phone))
  expect(await statusOf(fresh.token)).toBe(200)
})

test('the sweep goes on until nothing is left', async () => {
  const past = { createdAt: 0, usedAt: 0, expiresAt: 1, device: '旧' }
  const rows = Array.from({ length: 1100 }, (_, i) => ({
    id: `old-${i}`,
    tokenHash: `old-${i}`,
    personId: me.id,
    ...past,
  }))
  await house.store.write(async (tx) => void (await tx.insert(sessions).values(rows)))
  const { handlers } = peopleJobs({ ...house, sms: null, now: () => house.clock.now })
  await handlers['people.sweep'].run({ id: '2', kind: 'people.sweep', data: {}, tries: 1 })
  expect(await house.store.read.$count(sessions, eq(sessions.expiresAt, 1))).toBe(0)
})
