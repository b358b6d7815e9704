import { getMe } from '@tmt/shared/people/contract.ts'
import { requestCode, signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { atShanghai, DAY, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone } from '../testing/somebody.ts'
import { auditEntries } from '../platform/tables.ts'
import { personOfPhone } from './store.ts'
import { persons, sessions, signInCodes } from './tables.ts'

let house: TestHouse
let phone: string
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  phone = newPhone()
  // So far that no rate limit by address counts on.
  house.clock.now += 2 * DAY
})

async function codeOf(number = phone) {
  const { status, body } = await house.ask(requestCode, { phone: number })
  expect(status).toBe(200)
  return body.demoCode!
}
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
const enter = (code: string, how = {}) => house.ask(signInByCode, { phone, code, device: '电脑浏览器' }, how)

test('the right code opens a session and makes the person, once', async () => {
  const reply = await house.ask(requestCode, { phone })
  const { now } = house.clock
  expect(reply.body).toEqual({
    expiresAt: now + 5 * MINUTE,
    resendAt: now + MINUTE,
    demoCode: expect.stringMatching(/^\d{6}$/),
  })
  const first = await enter(reply.body.demoCode!)
  expect(first.body.me).toMatchObject({
    phone: `199****${phone.slice(-4)}`,
    name: null,
    community: null,
    roles: [],
    demo: false,
  })
  const me = await house.ask(getMe, {}, { token: first.body.token })
  expect(me.body).toEqual(first.body.me)

  house.clock.now += MINUTE
  const second = await enter(await codeOf())
  expect(second.body.me.id).toBe(first.body.me.id)
  expect(second.body.token).not.toBe(first.body.token)
})

test('a wrong code counts; after five the right one is refused too', async () => {
  const code = await codeOf()
  for (let i = 0; i < 5; i += 1) {
    const { status, problem } = await enter(wrong(code))
    expect([status, problem.code]).toEqual([422, 'wrongCode'])
  }
  const { status, problem } = await enter(code)
  expect([status, problem.code]).toEqual([409, 'codeExpired'])
})

test('four wrong tries leave the fifth', async () => {
  const code = await codeOf()
  for (let i = 0; i < 4; i += 1) await enter(wrong(code))
  expect((await enter(code)).status).toBe(200)
})

test('tries that come at once are counted one by one', async () => {
  const code = await codeOf()
  const replies = await Promise.all(Array.from({ length: 20 }, () => enter(wrong(code))))
  const codes = replies.map(({ problem }) => problem.code).toSorted()
  expect(codes).toEqual([...Array<string>(15).fill('codeExpired'), ...Array<string>(5).fill('wrongCode')])
  expect((await enter(code)).problem.code).toBe('codeExpired')
})

test('a code is good once, even when it comes from two devices at once', async () => {
  const code = await codeOf()
  const replies = await Promise.all([enter(code), enter(code), enter(code)])
  expect(replies.map(({ problem }) => problem.code).filter(Boolean)).toEqual(['codeExpired', 'codeExpired'])
  expect((await enter(code)).problem.code).toBe('codeExpired')
})

test('the answer that got lost comes again with the same key: the same token, the same session', async () => {
  const code = await codeOf()
  const key = 'lost-answer-0000000001'
  const first = await enter(code, { key })
  const again = await enter(code, { key })
  expect(again.body.token).toBe(first.body.token)
  const { id } = first.body.me
  const open = await house.store.read.select().from(sessions).where(eq(sessions.personId, id))
  expect(open).toHaveLength(1)
  // Another body under the same key is not that command.
  expect((await enter(wrong(code), { key })).problem.code).toBe('keyReused')
})

test('a retry of a wrong code with the same key is not a second try', async () => {
  const code = await codeOf()
  const key = 'lost-answer-0000000002'
  for (let i = 0; i < 9; i += 1) expect((await enter(wrong(code), { key })).problem.code).toBe('wrongCode')
  expect((await enter(code)).status).toBe(200)
})

test('a code ends after five minutes, to the millisecond', async () => {
  const code = await codeOf()
  house.clock.now += 5 * MINUTE - 1
  expect((await enter(wrong(code))).problem.code).toBe('wrongCode')
  house.clock.now += 1
  expect((await enter(code)).problem.code).toBe('codeExpired')
})

test('a newer code takes the place of an older one, and its tries begin anew', async () => {
  const old = await codeOf()
  for (let i = 0; i < 5; i += 1) await enter(wrong(old))
  house.clock.now += MINUTE
  let code = await codeOf()
  // One time in a million both are the same.
  while (code === old) {
    house.clock.now += MINUTE
    code = await codeOf()
  }
  expect((await enter(old)).problem.code).toBe('wrongCode')
  expect((await enter(code)).status).toBe(200)
})

test('a code belongs to its number', async () => {
  const code = await codeOf()
  const other = newPhone()
  expect((await house.ask(signInByCode, { phone: other, code })).problem.code).toBe('codeExpired')
  await codeOf(other)
  expect((await house.ask(signInByCode, { phone: other, code: wrong(code) })).status).not.toBe(200)
})

test('the next code comes after a minute', async () => {
  await codeOf()
  house.clock.now += MINUTE - 1
  const { status, problem } = await house.ask(requestCode, { phone })
  expect([status, problem.code]).toEqual([429, 'tooSoon'])
  house.clock.now += 1
  await codeOf()
})

test('two devices at once: one code is made, the other is told to wait', async () => {
  const replies = await Promise.all([1, 2, 3, 4].map(() => house.ask(requestCode, { phone })))
  const made = replies.filter(({ status }) => status === 200)
  expect(made).toHaveLength(1)
  expect(replies.filter(({ problem }) => problem.code === 'tooSoon')).toHaveLength(3)
  expect((await enter(made[0]!.body.demoCode!)).status).toBe(200)
})

test('a click that is sent twice makes one code', async () => {
  const key = 'double-click-0000000001'
  const replies = await Promise.all([1, 2].map(() => house.ask(requestCode, { phone }, { key })))
  expect(replies[1]!.body).toEqual(replies[0]!.body)
})

test('ten codes a day for a number; the next day in Shanghai begins anew', async () => {
  house.clock.now = atShanghai(2027, 3, 1, 23, 40)
  for (let i = 0; i < 10; i += 1) {
    await codeOf()
    house.clock.now += MINUTE
  }
  const { status, problem } = await house.ask(requestCode, { phone })
  expect([status, problem.code]).toEqual([429, 'tooMany'])
  house.clock.now = atShanghai(2027, 3, 1, 23, 59)
  expect((await house.ask(requestCode, { phone })).problem.code).toBe('tooMany')
  house.clock.now = atShanghai(2027, 3, 2)
  await codeOf()
  const [row] = await house.store.read
    .select()
    .from(signInCodes)
    .where(eq(signInCodes.phoneIndex, house.secrets.index('phone', phone)))
  expect(row!.sentToday).toBe(1)
})

test('one address asks for sixty codes a minute at most, for whichever numbers', async () => {
  const replies = await Promise.all(
    Array.from({ length: 61 }, () => house.ask(requestCode, { phone: newPhone() })),
  )
  const refused = replies.filter(({ status }) => status === 429)
  expect(refused.map(({ problem }) => problem.code)).toEqual(['tooManyRequests'])
  expect(refused[0]!.headers.get('retry-after')).toMatch(/^\d+$/)
  house.clock.now += MINUTE
  await codeOf()
})

test('neither number nor code is readable in the database', async () => {
  const code = await codeOf()
  await enter(code)
  const index = house.secrets.index('phone', phone)
  const [row] = await house.store.read.select().from(signInCodes).where(eq(signInCodes.phoneIndex, index))
  const [person] = await house.store.read.select().from(persons).where(eq(persons.phoneIndex, index))
  const written = JSON.stringify([row, person])
  expect(written).not.toContain(phone)
  expect(written).not.toContain(code)
  expect(house.secrets.unseal(person!.phoneSealed)).toBe(phone)
  expect(row!.codeHash).not.toBe(house.secrets.index('code', code))
})

test('what was asked and tried is in the audit log, by a trace of the number', async () => {
  const code = await codeOf()
  await enter(wrong(code))
  await enter(code)
  await enter(code)
  const subject = `phone:${house.secrets.index('phone', phone).slice(0, 12)}`
  const rows = await house.store.read
    .select({ action: auditEntries.action, outcome: auditEntries.outcome })
    .from(auditEntries)
    .where(eq(auditEntries.subject, subject))
    .orderBy(auditEntries.id)
  expect(rows).toEqual([
    { action: 'people.requestCode', outcome: 'done' },
    { action: 'people.signInByCode', outcome: 'refused:wrongCode' },
    { action: 'people.signInByCode', outcome: 'done' },
    { action: 'people.signInByCode', outcome: 'refused:codeExpired' },
  ])
})

test('whoever comes for the first time from two sides at once is one person', async () => {
  const [byCode, known] = await Promise.all([
    codeOf().then((code) => enter(code)),
    house.store.write((tx) => personOfPhone(tx, house.secrets, phone, house.clock.now)),
  ])
  expect(byCode.body.me.id).toBe(known.id)
})
