import { listReveals, myReveals, revealField, reviewReveal } from '@tmt/shared/identity/contract.ts'
import { listStored } from '@tmt/shared/privacy/contract.ts'
import { DAY, HOUR, startOfDay } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { reveals } from './tables.ts'
import { dpoOf, newIdNumber, register, verified, workerOf } from './testing/identity.ts'

let house: TestHouse
let worker: Somebody
let dpo: Somebody
beforeAll(async () => {
  house = await openHouse({ demo: false })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now = startOfDay(house.clock.now) + DAY + 10 * HOUR
  await house.store.write(async (tx) => {
    await tx.delete(reveals)
  })
  worker = await workerOf(house)
  dpo = await dpoOf(house)
})
const reason = '本人来电，核对登记的号码'
const look = (id: string, field: 'name' | 'idNumber' | 'phone' = 'idNumber', { token } = worker) =>
  house.ask(revealField, { id, field, reason }, { token })
const waiting = async ({ token } = dpo) => (await house.ask(listReveals, {}, { token })).body.items
const done = async () => (await house.ask(listReveals, { state: 'done' }, { token: dpo.token })).body.items
const review = (id: string, outcome: 'fine' | 'questioned', note = '', { token } = dpo) =>
  house.ask(reviewReveal, { id, outcome, note }, { token })

test('a field is read with a reason, and who, what and when is written down', async () => {
  const idNumber = newIdNumber()
  const { body } = await register(house, { idNumber, name: '演示甲乙' }, worker)
  expect((await look(body.personId)).body).toEqual({ value: idNumber })
  expect((await look(body.personId, 'name')).body).toEqual({ value: '演示甲乙' })
  expect((await look(body.personId, 'phone')).body.value).toMatch(/^199000\d{5}$/)
  const rows = await house.store.read
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, worker.id), eq(auditEntries.action, 'identity.reveal')))
  expect(rows.map(({ subject, details, outcome }) => [subject, details, outcome])).toEqual([
    [body.personId, { field: 'idNumber' }, 'done'],
    [body.personId, { field: 'name' }, 'done'],
    [body.personId, { field: 'phone' }, 'done'],
  ])
})

test('a reason is more than a word', async () => {
  const { body } = await register(house, {}, worker)
  for (const short of ['', '查', '     ', '一二三四']) {
    const asked = { id: body.personId, field: 'phone', reason: short } as const
    const { status, problem } = await house.ask(revealField, asked, { token: worker.token })
    expect([status, problem.fields?.[0]?.path]).toEqual([422, 'reason'])
  }
})

test('staff of another place find nobody, nor does anybody find somebody who is not verified', async () => {
  const { body } = await register(house, {}, worker)
  for (const held of [
    [{ role: 'worker', division: HUAYUAN }],
    [{ role: 'town', division: '321202001000' }],
    [{ role: 'dpo', division: '321200000000' }],
  ] as const)
    expect((await look(body.personId, 'phone', await somebody(house, [...held]))).status).toBe(404)
  const plain = await somebody(house, [{ role: 'resident', division: DONGAN }])
  expect((await look(plain.id, 'phone')).status).toBe(404)
})

test('a resident’s community may look; when the residency has ended it may not', async () => {
  const until = house.clock.now + HOUR
  const { id } = await verified(house, 'taizhouTong', [{ role: 'resident', division: DONGAN, until }])
  expect((await look(id)).status).toBe(200)
  house.clock.now = until
  expect((await look(id)).status).toBe(404)
})

describe('the review', () => {
  test('comes the next day, the earliest look first, and takes each once', async () => {
    const { body } = await register(house, {}, worker)
    await look(body.personId, 'phone')
    house.clock.now += 1
    await look(body.personId, 'idNumber')
    expect(await waiting()).toEqual([])
    // 23:59:59.999 is still the same day.
    house.clock.now = startOfDay(house.clock.now) + DAY - 1
    expect(await waiting()).toEqual([])
    house.clock.now += 1
    const rows = await waiting()
    expect(rows.map(({ field, of, outcome }) => [field, of, outcome])).toEqual([
      ['phone', expect.stringContaining('321200**********'), null],
      ['idNumber', expect.stringContaining('演**'), null],
    ])
    expect(rows[0]).toMatchObject({
      reason,
      communityName: '东安居委会',
      by: expect.stringContaining('尾号'),
    })

    expect((await review(rows[0]!.id, 'fine')).body).toMatchObject({ outcome: 'fine', note: null })
    const asked = await review(rows[1]!.id, 'questioned', '请说明来电的时间')
    expect(asked.body).toMatchObject({ outcome: 'questioned', note: '请说明来电的时间' })
    expect(await waiting()).toEqual([])
    expect((await done()).map(({ id }) => id)).toEqual([rows[1]!.id, rows[0]!.id])
    const own = await house.ask(myReveals, {}, { token: worker.token })
    expect(own.body.items.map(({ outcome }) => outcome)).toEqual(['questioned', 'fine'])
  })

  test('two reviewers at once: one stands, the other is told', async () => {
    const { body } = await register(house, {}, worker)
    await look(body.personId)
    house.clock.now += DAY
    const { id } = (await waiting()).find(({ outcome }) => outcome === null)!
    const other = await dpoOf(house)
    const replies = await Promise.all([review(id, 'fine'), review(id, 'questioned', '请说明', other)])
    const codes = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
    expect(codes).toEqual(['alreadyReviewed', 'ok'])
  })

  test('stays when the person withdraws: that somebody looked, not who the person was', async () => {
    const person = await verified(house, 'taizhouTong', [{ role: 'resident', division: DONGAN }])
    await look(person.id)
    const { withdrawConsent } = await import('@tmt/shared/privacy/contract.ts')
    await house.ask(withdrawConsent, { purpose: 'realName' }, { token: person.token })
    expect((await look(person.id)).status).toBe(404)
    house.clock.now += DAY
    expect((await waiting()).map(({ of }) => of)).toEqual(['已不在系统里的人'])
  })
})

test('the person sees who looked, at what and why', async () => {
  const person = await verified(house, 'taizhouTong', [{ role: 'resident', division: DONGAN }])
  await look(person.id, 'phone')
  const { body } = await house.ask(listStored, {}, { token: person.token })
  const section = body.items.find(({ id }) => id === 'reveals')!
  expect(section.rows).toHaveLength(1)
  expect(section.rows[0]!.label).toContain('东安居委会')
  expect(section.rows[0]!.value).toContain(`看了手机号，理由：${reason}（等复核）`)
})

test('the day’s number is counted anew the next day', async () => {
  const { body } = await register(house, {}, worker)
  for (let i = 0; i < 20; i += 1) await look(body.personId)
  expect((await look(body.personId)).problem.code).toBe('tooMany')
  house.clock.now += DAY
  expect((await look(body.personId)).status).toBe(200)
})
