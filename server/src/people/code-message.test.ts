import { requestCode, signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone } from '../testing/somebody.ts'
import { peopleJobs } from './jobs.ts'
import { openMessages } from './testing/messages.ts'

let house: TestHouse
let messages: Awaited<ReturnType<typeof openMessages>>
let phone: string
beforeAll(async () => {
  house = await openHouse({ demo: false, revealCode: false })
  messages = await openMessages(house)
})
afterAll(async () => {
  await messages.close()
  await house.close()
})
beforeEach(async () => {
  await messages.mend()
  house.clock.now += DAY
  phone = newPhone()
  await house.ask(requestCode, { phone })
})

test('the code is not in the answer', async () => {
  const { status, body } = await house.ask(requestCode, { phone: newPhone() })
  expect([status, body.demoCode]).toEqual([200, null])
  await messages.run()
})

test('the code goes out in a message, and signs in', async () => {
  await messages.run()
  const [message] = await messages.sentTo(phone)
  expect(message).toMatchObject({ phone, template: 'signInCode', params: { minutes: 5 } })
  expect(await messages.waiting()).toEqual([])
  const reply = await house.ask(signInByCode, { phone, code: String(message!.params.code) })
  expect(reply.status).toBe(200)
})

test('what waits to be sent shows neither number nor code', async () => {
  const [job] = await messages.waiting()
  await messages.run()
  const [message] = await messages.sentTo(phone)
  const written = JSON.stringify(job)
  expect(job).toMatchObject({ kind: 'people.sendCode', data: { phone: expect.stringMatching(/^sm4:1:/) } })
  expect(written).not.toContain(phone)
  expect(written).not.toContain(`"${message!.params.code}"`)
})

test.each(['down', 'busy', 'garbage'])(
  'a provider that is %s is asked again under the same key',
  async (kind) => {
    await messages.fault({ kind, times: 2 })
    const [first] = await messages.waiting()
    await messages.run()
    const [second] = await messages.waiting()
    expect(second).toMatchObject({ id: first!.id, tries: 1, lastError: expect.stringContaining('sms') })
    expect(second!.lastError).not.toContain(phone)
    house.clock.now = second!.runAt
    await messages.run()
    const [third] = await messages.waiting()
    expect(third).toMatchObject({ id: first!.id, tries: 2 })
    house.clock.now = third!.runAt
    await messages.run()
    expect(await messages.waiting()).toEqual([])
    const sent = await messages.sentTo(phone)
    expect(sent.map((message) => message.idempotencyKey)).toEqual([first!.id])
  },
)

test('a message that was sent and not confirmed is not sent twice', async () => {
  await messages.fault({ kind: 'slow' })
  await messages.run()
  expect(await messages.sentTo(phone)).toHaveLength(1)
  const [again] = await messages.waiting()
  house.clock.now = again!.runAt
  await messages.run()
  expect(await messages.waiting()).toEqual([])
  expect(await messages.sentTo(phone)).toHaveLength(1)
})

test('a code with a minute left is still sent', async () => {
  house.clock.now += 4 * MINUTE
  await messages.run()
  const [message] = await messages.sentTo(phone)
  const reply = await house.ask(signInByCode, { phone, code: String(message!.params.code) })
  expect(reply.status).toBe(200)
})

test('a code with less than a minute left is not sent, and its job is gone', async () => {
  house.clock.now += 4 * MINUTE + 1
  await messages.run()
  expect(await messages.sentTo(phone)).toEqual([])
  expect(await messages.waiting()).toEqual([])
})

test('a number that the provider refuses is not tried again, and leaves nothing behind', async () => {
  await messages.fault({ kind: 'refuseNumber', phone })
  let runs = 0
  for (let left = await messages.waiting(); left.length > 0; left = await messages.waiting()) {
    expect(left[0]!.dead).toBe(false)
    house.clock.now = left[0]!.runAt
    await messages.run()
    runs += 1
  }
  expect(runs).toBe(1)
  expect(await messages.sentTo(phone)).toEqual([])
})

test('where no gateway is configured the job fails instead of losing the code in silence', async () => {
  const { handlers } = peopleJobs({ ...house, sms: null, now: () => house.clock.now })
  const [job] = await messages.waiting()
  await expect(handlers['people.sendCode'].run(job!)).rejects.toThrow('no SMS gateway')
  await messages.run()
})
