import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { beginHelp, sendHelpCode } from '@tmt/shared/helping/contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { post } from '../activities/testing/activity.ts'
import { openMessages } from '../people/testing/messages.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone, somebody } from '../testing/somebody.ts'
import { helpingJobs } from './jobs.ts'
import { helpOf, inPlace, recorded } from './testing/help.ts'
import { register } from '../identity/testing/identity.ts'

let house: TestHouse
let messages: Awaited<ReturnType<typeof openMessages>>
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
beforeEach(() => {
  house.clock.now += HOUR
})
afterEach(() => messages.mend())
const textsTo = async (phone: string) => (await messages.sentTo(phone)).map(({ text }) => text)

test('the code goes to the one who is to be helped, says who asks, and stands in no row', async () => {
  const helper = await somebody(house, [], '演示儿子')
  const phone = newPhone()
  const { body } = await house.ask(sendHelpCode, { phone }, { token: helper.token })
  expect(body.demoCode).toBeNull()
  const { text: rows } = await everythingIn(house, ['jobs', 'sign_in_codes'])
  await messages.run()
  const [text] = await textsTo(phone)
  expect(text).toContain('演示儿子')
  expect(text).toContain('不同意请不要告诉任何人')
  const code = /\d{6}/.exec(text!.replace(/尾号 \d{4}/, ''))![0]
  expect([rows.includes(code), rows.includes(phone)]).toEqual([false, false])
  const input = { phone, code, kinship: 'child' } as const
  expect((await house.ask(beginHelp, input, { token: helper.token })).status).toBe(200)
})

test('each act is told by SMS to the person, and how to undo it', async () => {
  const [helper, person] = [await somebody(house, [], '演示儿子'), await somebody(house)]
  const help = await helpOf(house, helper, person)
  const id = await post(house)
  await house.ask(signUp, { id }, inPlace(helper, help))
  await messages.run()
  const [text, ...more] = await textsTo(person.phone)
  expect(more).toEqual([])
  expect(text).toMatch(
    /演示儿子（尾号 \d{4}） 刚替您报名：.+凭撤销码撤销.+撤销码 \d{8} 和您手机号后四位，72 小时/,
  )
  expect(await textsTo(helper.phone)).toEqual([])
})

test('what was refused is told to nobody', async () => {
  const [helper, person] = [await somebody(house), await somebody(house)]
  const help = await helpOf(house, helper, person)
  const id = await post(house)
  await house.ask(signUp, { id }, { token: person.token })
  await house.ask(signUp, { id }, inPlace(helper, help))
  await messages.run()
  expect(await textsTo(person.phone)).toEqual([])
})

test('a help written down at the counter is told to the person too', async () => {
  const phone = newPhone()
  const { body } = await register(house, { phone })
  await recorded(house, { personId: body.personId })
  await messages.run()
  expect(await textsTo(phone)).toEqual([expect.stringContaining('已在窗口登记')])
})

/** Of this feature: the demonstration has messages of others that wait, too. */
const waiting = async () => (await messages.waiting()).filter(({ kind }) => kind === 'helping.send')

test('a provider that is down for a while is asked again, with the same key; a code that is too old is not sent', async () => {
  const [helper, person] = [await somebody(house), await somebody(house)]
  const help = await helpOf(house, helper, person)
  const id = await post(house)
  await house.ask(signUp, { id }, inPlace(helper, help))
  const phone = newPhone()
  await house.ask(sendHelpCode, { phone }, { token: helper.token })
  await messages.fault({ kind: 'down', times: 2 })
  await messages.run()
  expect(await waiting()).toHaveLength(2)
  await messages.mend()
  house.clock.now += HOUR
  await messages.run()
  expect(await textsTo(person.phone)).toHaveLength(1)
  expect(await textsTo(phone)).toEqual([])
  expect(await waiting()).toEqual([])
})
