import { countRead, getNotice } from '@tmt/shared/notices/contract.ts'
import { managedNotice, withdrawNotice } from '@tmt/shared/notices/staff-contract.ts'
import { DAY, HOUR, MINUTE, startOfDay } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, somebody } from '../testing/somebody.ts'
import { noticeJobs } from './jobs.ts'
import { noticeReads } from './tables.ts'
import { postNotice } from './testing/notice.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += 2 * DAY
})
const DEVICE = 'device-of-a-guest-01'
const read = (id: string, token: string | null = null, device = DEVICE) =>
  house.ask(countRead, { id, device }, { token })
/** Sessions end after 30 days without use: whoever asks is made anew. */
async function readsOf(id: string) {
  const { token } = await somebody(house, [{ role: 'worker', division: DONGAN }])
  return (await house.ask(managedNotice, { id }, { token })).body.reads
}
const days = (n: number) => ({ validUntil: house.clock.now + n * DAY })
async function sweep() {
  const { handlers } = noticeJobs({ store: house.store, now: () => house.clock.now })
  for (const [kind, handler] of Object.entries(handlers))
    await handler.run({ id: 'sweep', kind, data: {}, tries: 1 })
}

test('a person counts once, on however many devices and days', async () => {
  const id = await postNotice(house, days(9))
  const { token } = await somebody(house)
  await read(id, token)
  await read(id, token, 'another-device-of-mine')
  house.clock.now += DAY
  expect((await read(id, token)).body).toEqual({ ok: true })
  expect(await readsOf(id)).toBe(1)
})

test('a guest’s device counts once a day, and the day is that of Shanghai', async () => {
  const id = await postNotice(house, days(9))
  house.clock.now = startOfDay(house.clock.now) + DAY - MINUTE
  await read(id)
  await read(id)
  expect(await readsOf(id)).toBe(1)
  house.clock.now += MINUTE
  await read(id)
  await read(id, null, 'device-of-a-guest-02')
  expect(await readsOf(id)).toBe(3)
})

test('many who read at once are all counted, and one who sends it many times once', async () => {
  const id = await postNotice(house)
  const people = await crowd(house, 25)
  const all = [...people, ...people, ...people].map(({ token }) => read(id, token))
  expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([200]))
  expect(await readsOf(id)).toBe(25)
})

test('a draft can’t be read, and what is no longer listed is not counted', async () => {
  const draft = await postNotice(house, { publish: false })
  expect((await read(draft)).status).toBe(404)
  const id = await postNotice(house, days(1))
  house.clock.now += DAY
  expect((await read(id)).status).toBe(200)
  expect(await readsOf(id)).toBe(0)
  expect(await house.store.read.$count(noticeReads, eq(noticeReads.noticeId, id))).toBe(0)
})

test('nobody learns who: not from the audit log, not from any table, not from the public answer', async () => {
  const id = await postNotice(house)
  const person = await somebody(house)
  await read(id, person.token)
  await read(id)
  expect(await house.store.read.$count(auditEntries, eq(auditEntries.action, 'notices.countRead'))).toBe(0)
  const { text } = await everythingIn(house, [
    'notice_reads',
    'notices',
    'audit_entries',
    'answered_commands',
  ])
  expect(text.includes(person.id) || text.includes(DEVICE)).toBe(false)
  expect(Object.keys((await house.ask(getNotice, { id })).body)).not.toContain('reads')
})

test('by what nobody was counted twice is forgotten once it can’t count any more', async () => {
  const id = await postNotice(house, days(5))
  const { token } = await somebody(house)
  await read(id, token)
  await read(id)
  const kept = () => house.store.read.$count(noticeReads, eq(noticeReads.noticeId, id))
  await sweep()
  expect(await kept()).toBe(2)
  house.clock.now = startOfDay(house.clock.now) + DAY
  await sweep()
  expect(await kept()).toBe(1)
  // The person still counts once.
  await read(id, token)
  expect(await readsOf(id)).toBe(2)
  house.clock.now += 5 * DAY
  await sweep()
  expect(await kept()).toBe(0)
  expect(await readsOf(id)).toBe(2)
})

test('a withdrawn one is counted while it is listed', async () => {
  const id = await postNotice(house, days(9))
  const { token } = await somebody(house, [{ role: 'committee', division: DONGAN }])
  await house.ask(withdrawNotice, { id, reason: '不停了' }, { token })
  await read(id)
  house.clock.now += 3 * DAY + HOUR
  await read(id)
  expect(await readsOf(id)).toBe(1)
})
