import { undoByCode } from '@tmt/shared/helping/contract.ts'
import { undoCode } from '@tmt/shared/helping/rules.ts'
import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { post } from '../activities/testing/activity.ts'
import { openMessages } from '../people/testing/messages.ts'
import { reseal } from '../platform/reseal.ts'
import { Secrets } from '../platform/secrets.ts'
import type { jobs } from '../platform/tables.ts'
import { auditEntries } from '../platform/tables.ts'
import { sealed } from '../sealed.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { helpingJobs } from './jobs.ts'
import { actsOf, codeOfAct, helpOf, inPlace } from './testing/help.ts'
import { undoCodes } from './tables.ts'
import { findUndoCode } from './undo-code-store.ts'
import { indexesOfDigits } from './undo-code.ts'

let house: TestHouse
let messages: Awaited<ReturnType<typeof openMessages>>
let person: Somebody
beforeAll(async () => {
  house = await openHouse({ revealCode: false })
  const { store, secrets, clock } = house
  const now = () => clock.now
  messages = await openMessages(house, (sms) => helpingJobs({ store, secrets, sms, now }).handlers)
})
afterAll(async () => {
  await messages.close()
  await house.close()
})
beforeEach(async () => {
  house.clock.now += DAY
  person = await somebody(house, [], '演示母亲')
})
/** As the message says it. */
async function toldOf(someone: Somebody) {
  const helper = await somebody(house, [], '演示女儿')
  const help = await helpOf(house, helper, someone)
  const id = await post(house)
  await house.ask(signUp, { id }, inPlace(helper, help))
  await messages.run()
  const [message] = await messages.sentTo(someone.phone)
  return { code: /撤销码 (\d{8})/.exec(message!.text)![1]!, phoneTail: someone.phone.slice(-4) }
}
const otherTail = (tail: string) => (tail === '0000' ? '0001' : '0000')

test('the code of the message and the end of the number undo that act, without an account, once', async () => {
  const told = await toldOf(person)
  const { text } = await everythingIn(house, ['jobs'])
  expect(text).not.toContain(told.code)
  const { status, body } = await house.ask(undoByCode, told)
  expect([status, body.did, body.undoneAt]).toEqual([200, '报名', house.clock.now])
  expect(await actsOf(house, person)).toMatchObject([{ undoneAt: house.clock.now, title: body.title }])
  const again = await house.ask(undoByCode, told)
  expect([again.problem.code, again.problem.detail]).toEqual(['undone', `报名：${body.title}`])
})

test('two at once undo it once', async () => {
  const told = await toldOf(person)
  const replies = await Promise.all([1, 2].map(() => house.ask(undoByCode, told)))
  const said = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
  expect(said).toEqual(['ok', 'undone'])
})

test('it is good up to its hour, and no longer; forgotten a month later', async () => {
  const { code, phoneTail } = await codeOfAct(house, person)
  house.clock.now += undoCode.hours * HOUR - 1
  const wrong = await house.ask(undoByCode, { code, phoneTail: otherTail(phoneTail) })
  expect(wrong.problem.code).toBe('noMatch')
  house.clock.now += 1
  expect((await house.ask(undoByCode, { code, phoneTail })).problem.code).toBe('codeExpired')
  house.clock.now += 31 * DAY
  const { store, secrets, clock } = house
  const { handlers } = helpingJobs({ store, secrets, sms: null, now: () => clock.now })
  await handlers['helping.settle'].run({ data: {} } as typeof jobs.$inferSelect)
  expect(await findUndoCode(store.read, indexesOfDigits(secrets, code))).toBeUndefined()
  expect((await house.ask(undoByCode, { code, phoneTail })).problem.code).toBe('noMatch')
})

test('wrong ends of the number are counted, at once too, and then the right one is refused', async () => {
  const { code, phoneTail } = await codeOfAct(house, person)
  const wrong = { code, phoneTail: otherTail(phoneTail) }
  const replies = await Promise.all(Array.from({ length: 7 }, () => house.ask(undoByCode, wrong)))
  const said = replies.map(({ problem }) => problem.code).toSorted()
  expect(said).toEqual([...Array(5).fill('noMatch'), 'tooManyTries', 'tooManyTries'])
  expect((await house.ask(undoByCode, { code, phoneTail })).problem.code).toBe('tooManyTries')
  expect(await actsOf(house, person)).toMatchObject([{ undoneAt: null }])
})

test('who guesses is stopped by the address, and by the day from wherever', async () => {
  const { code, phoneTail } = await codeOfAct(house, person)
  const told = { code, phoneTail }
  for (let i = 0; i < 10; i += 1)
    expect((await house.ask(undoByCode, { code: '00000000', phoneTail: '0000' })).status).toBe(422)
  const { status, problem } = await house.ask(undoByCode, told)
  expect([status, problem.code]).toEqual([429, 'tooManyRequests'])
  house.clock.now += MINUTE
  const { signInCodes } = await import('../people/tables.ts')
  const phoneIndex = house.secrets.index('phone', 'undo code')
  await house.store.write((tx) =>
    tx.update(signInCodes).set({ tries: 2_000 }).where(eq(signInCodes.phoneIndex, phoneIndex)),
  )
  expect((await house.ask(undoByCode, told)).status).toBe(429)
  house.clock.now += DAY
  const anew = await codeOfAct(house, await somebody(house))
  const good = { code: anew.code, phoneTail: anew.phoneTail }
  expect((await house.ask(undoByCode, good)).status).toBe(200)
})

test('the audit log says which act, and never the code', async () => {
  const { act, code, phoneTail } = await codeOfAct(house, person)
  await house.ask(undoByCode, { code, phoneTail })
  const rows = await house.store.read.select().from(auditEntries).where(eq(auditEntries.subject, act))
  expect(rows).toMatchObject([{ action: 'helping.undoByCode', outcome: 'done', actorId: null }])
  const { text } = await everythingIn(house)
  expect(text).not.toContain(code)
})

test('a message that lies in the phone is good after the key has changed', async () => {
  const { code } = await codeOfAct(house, person)
  const next = { version: 2, key: Buffer.alloc(32, 8) }
  const both = new Secrets(next, [{ version: 1, key: Buffer.alloc(32, 7) }])
  await reseal(house.store, both, sealed, () => {})
  const found = await findUndoCode(house.store.read, indexesOfDigits(new Secrets(next), code))
  expect(found).toMatchObject({ phone: expect.stringContaining(person.phone.slice(-4)) })
  const rows = await house.store.read.select().from(undoCodes)
  expect(rows.every(({ digitsSealed }) => digitsSealed.startsWith('sm4:2:'))).toBe(true)
})
