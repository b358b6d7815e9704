import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { endHelp, myHelps } from '@tmt/shared/helping/contract.ts'
import { comesOfAge } from '@tmt/shared/helping/rules.ts'
import { DAY, isoDay } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { post } from '../activities/testing/activity.ts'
import { DONGAN } from '../demo/city.ts'
import { newIdNumber, register, verified } from '../identity/testing/identity.ts'
import { openSession } from '../people/sessions.ts'
import { openMessages } from '../people/testing/messages.ts'
import { reseal } from '../platform/reseal.ts'
import { Secrets } from '../platform/secrets.ts'
import type { jobs } from '../platform/tables.ts'
import { sealed } from '../sealed.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../testing/somebody.ts'
import { helpingAboutMe } from './about-me.ts'
import { helpingJobs } from './jobs.ts'
import { helps } from './tables.ts'
import { helpOf, inPlace, recorded } from './testing/help.ts'

let house: TestHouse
let messages: Awaited<ReturnType<typeof openMessages>>
let guardian: Somebody
beforeAll(async () => {
  house = await openHouse({ revealCode: false })
  messages = await openMessages(house, (sms) => helpingJobs({ ...parts(), sms }).handlers)
})
afterAll(async () => {
  await messages.close()
  await house.close()
})
beforeEach(async () => {
  house.clock.now += DAY
  guardian = await somebody(house, [], '演示监护人')
})
const parts = () => {
  const { store, secrets, clock } = house
  return { store, secrets, now: () => clock.now }
}
const helpingOf = async ({ token }: Somebody) => (await house.ask(myHelps, {}, { token })).body.helping
const rowOf = async (id: string) => (await house.store.read.select().from(helps).where(eq(helps.id, id)))[0]!
const textsTo = async (phone: string) => (await messages.sentTo(phone)).map(({ text }) => text)
/** A child of that year, whom the counter has verified, and whom this guardian helps. */
async function ward(year: number, guardianAgreed?: boolean) {
  const [phone, idNumber] = [newPhone(), newIdNumber(year)]
  const { body } = await register(house, { phone, idNumber, guardian: true })
  const said = guardianAgreed === undefined ? {} : { guardianAgreed }
  const to = { personId: body.personId, helperPhone: guardian.phone, kinship: 'guardian', ...said } as const
  const reply = await recorded(house, to)
  const born = idNumber.slice(6, 14)
  return { id: body.personId, phone, born, reply, again: () => recorded(house, to) }
}

test('the verified identity tells the day, whatever is typed; it is sealed, and the end is said', async () => {
  const child = await ward(2010)
  const { body } = child.reply
  expect(body.endsAt).toBe(comesOfAge(child.born))
  const row = await rowOf(body.id)
  expect(house.secrets.unseal(row.wardBornSealed!)).toBe(child.born)
  expect(row.guardianAgreedAt).toBeNull()
})

test('under fourteen the guardian’s own consent is asked for and kept', async () => {
  expect((await ward(2018)).reply.problem.code).toBe('guardianConsentMissing')
  const { reply } = await ward(2018, true)
  expect([reply.status, (await rowOf(reply.body.id)).guardianAgreedAt]).toEqual([200, house.clock.now])
})

test('where the identity tells no number the day is asked for; of age is refused with what to choose', async () => {
  const { id: personId } = await verified(house, 'netId', [{ role: 'resident', division: DONGAN }])
  const to = { personId, helperPhone: guardian.phone, kinship: 'guardian' } as const
  expect((await recorded(house, to)).problem.code).toBe('birthDateNeeded')
  const grown = await recorded(house, { ...to, birthDate: '20000101' })
  expect([grown.problem.code, grown.problem.title]).toEqual(['ofAge', expect.stringContaining('其他亲属')])
  expect((await recorded(house, { ...to, birthDate: '20110101' })).status).toBe(200)
})

test('it ends by the clock, whether a job ran or not; then both are told, once', async () => {
  const child = await ward(2009)
  const { id } = child.reply.body
  const activity = async () => ({ id: await post(house) })
  house.clock.now = comesOfAge(child.born) - 1
  guardian.token = await house.store.write((tx) => openSession(tx, guardian.id, '测试', house.clock.now))
  expect((await house.ask(signUp, await activity(), inPlace(guardian, id))).status).toBe(200)
  house.clock.now += 1
  const late = await house.ask(signUp, await activity(), inPlace(guardian, id))
  expect([late.status, late.problem.code]).toEqual([403, 'helpEnded'])
  expect(await helpingOf(guardian)).toEqual([])
  expect((await house.ask(endHelp, { id }, { token: guardian.token })).problem.code).toBe('ended')
  const { handlers } = helpingJobs({ ...parts(), sms: { send: async () => ({ providerId: '1' }) } })
  for (let i = 0; i < 2; i += 1) await handlers['helping.settle'].run({} as typeof jobs.$inferSelect)
  expect((await rowOf(id)).endedAt).toBe(comesOfAge(child.born))
  await messages.run()
  const told = (await textsTo(child.phone)).filter((text) => text.includes('已满 18 周岁'))
  expect(told).toHaveLength(1)
  expect((await textsTo(guardian.phone)).filter((text) => text.includes('已满 18 周岁'))).toHaveLength(1)
})

test('no job has to run before the same two begin anew', async () => {
  const child = await ward(2009)
  house.clock.now = Math.max(house.clock.now, comesOfAge(child.born))
  expect((await child.again()).problem.code).toBe('ofAge')
  const anew = await recorded(house, { personId: child.id, helperPhone: guardian.phone, kinship: 'parent' })
  expect([anew.status, anew.body.endsAt]).toEqual([200, null])
})

test('the ward reads of it, it goes with the account, and a new key opens it', async () => {
  const { id, born, reply } = await ward(2016, true)
  const mine = helpingAboutMe.find((part) => part.id === 'helps')!
  const [row] = await mine.read(house.store.read, id, house.clock.now)
  expect(row!.value).toContain(`${isoDay(comesOfAge(born))} 满 18 周岁`)
  const [theirs] = await mine.read(house.store.read, guardian.id, house.clock.now)
  expect(theirs!.value).not.toContain('满 18 周岁')
  const next = { version: 2, key: Buffer.alloc(32, 8) }
  const both = new Secrets(next, [{ version: 1, key: Buffer.alloc(32, 7) }])
  await reseal(house.store, both, sealed, () => {})
  expect(new Secrets(next).unseal((await rowOf(reply.body.id)).wardBornSealed!)).toBe(born)
  await house.store.write((tx) => mine.erase!(tx, id, house.clock.now))
  expect(await rowOf(reply.body.id)).toMatchObject({ wardBornSealed: null, adultAt: null })
})

test('other relations have no such end', async () => {
  expect((await rowOf(await helpOf(house, guardian, await somebody(house)))).adultAt).toBeNull()
})
