import { inspect } from 'node:util'
import { BlockList } from 'node:net'
import { MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { ORGANIZATION, post } from './activities/testing/activity.ts'
import { DONGAN } from './demo/city.ts'
import { createWechat } from './gateways/wechat/client.ts'
import { demoApp } from './gateways/wechat/sandbox/sandbox.ts'
import { helpingJobs } from './helping/jobs.ts'
import { createWhoIs } from './people/sessions.ts'
import { reacting } from './platform/events.ts'
import { reactions } from './reactions.ts'
import { openMessages } from './people/testing/messages.ts'
import { everythingIn } from './testing/everything.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { contracts, goodInput, send } from './testing/requests.ts'
import { newPhone, type Somebody, somebody } from './testing/somebody.ts'

/** What must be nowhere (《领域规格》 §13.1.9); ids and instants are longer, or not of digits alone. */
const mobile = /(?<![\da-f-])1[3-9]\d{9}(?!\d)/g
const identity = /(?<![\da-f-])\d{17}[\dXx](?![\da-f])/g
const found = (text: string) => [...(text.match(mobile) ?? []), ...(text.match(identity) ?? [])]

let house: TestHouse
const answers: { address: string; text: string }[] = []
const logged: string[] = []
beforeAll(async () => {
  house = await openHouse({ revealCode: false })
  const note = (...what: unknown[]) => void logged.push(inspect(what, { depth: 8 }))
  const log = { info: note, warn: note, error: note, debug: note }
  const now = () => house.clock.now
  const wechat = createWechat({ ...demoApp, fetch: house.sandbox.fetch, now, retryWaitMs: 1 })
  const app = createApp({
    config: {
      demo: true,
      production: false,
      operatorName: null,
      filingNumber: null,
      trustedProxies: new BlockList(),
      wechatTemplates: {},
    },
    house: { store: house.store, answers: house.answers, react: reacting(reactions), now },
    signIn: { secrets: house.secrets, wechat, realName: house.realName, revealCode: false },
    storage: house.storage,
    whoIs: createWhoIs(house.store),
    log,
    ready: async () => true,
    pages: null,
  })
  // All that the house is asked goes through an app that keeps what it says.
  house.app.request = async (input, init) => {
    const address = typeof input === 'string' ? input : 'another'
    const response = await app.request(input, init)
    answers.push({ address, text: await response.clone().text() })
    return response
  }
})
afterAll(() => house.close())

test('the patterns find what they are for', () => {
  expect(found('"phone":"13800000001"')).toEqual(['13800000001'])
  expect(found('电话13800000001，证号11010519491231002X')).toEqual(['13800000001', '11010519491231002X'])
  expect(found('{"at":1796608824000,"code":"321202001002","phone":"138****0001"}')).toEqual([])
})

describe('every endpoint is asked by all kinds of people, and no answer holds a number', () => {
  const signUp = contracts.find(({ name }) => name === 'activities.signUp')!
  // The personas of a demonstration have numbers that ring nowhere, and are there to be seen; the number of one who
  // signed up, and what somebody gave a reason to see, is what their endpoints are for.
  const meant = /\/demo\/personas|\/signups\/[^/]+\/phone$|\/people\/[^/]+\/reveals$/
  let people: Somebody[]
  let masked = 0
  beforeAll(async () => {
    people = [
      await somebody(house),
      await somebody(house, [{ role: 'resident', division: DONGAN }], '演示居民丁'),
      await somebody(house, [{ role: 'worker', division: DONGAN }]),
      await somebody(house, [{ role: 'worker', division: '321202002001' }]),
      await somebody(house, [{ role: 'city', division: '321200000000' }]),
      await somebody(house, [{ role: 'dpo', division: '321200000000' }]),
      await somebody(house, [{ role: 'organization', division: DONGAN, organization: ORGANIZATION }]),
    ]
  })

  test.each(contracts.filter(({ name }) => name !== 'people.signInByCode'))('$name', async (contract) => {
    const before = answers.length
    for (const somebodyThere of people) {
      house.clock.now += MINUTE
      // Whoever leaves is not asked anything more: somebody else does it for them.
      const ends = ['people.signOut', 'people.revokeSession', 'privacy.leave'].includes(contract.name)
      const person = ends ? await somebody(house) : somebodyThere
      const input = await goodInput(house, contract.name, person)
      const { id } = input as { id?: string }
      // Somebody is on each list that is looked at.
      if (id && contract.name.startsWith('activities'))
        await send(house, signUp, { id }, { token: people[1]!.token })
      await send(house, contract, input, { token: person.token })
      await send(house, contract, input)
    }
    const said = answers.slice(before)
    expect(said.length).toBeGreaterThanOrEqual(people.length * 2)
    const others = said.filter(({ address }) => !meant.test(address))
    expect(others.filter(({ text }) => found(text).length > 0)).toEqual([])
    masked += others.filter(({ text }) => text.includes('199****')).length
  })

  test('masked numbers did come by', () => {
    expect(masked).toBeGreaterThan(0)
  })
})

test('a code goes out in a message and stands in no answer, no row and no log', async () => {
  const now = () => house.clock.now
  const messages = await openMessages(
    house,
    (sms) => helpingJobs({ store: house.store, secrets: house.secrets, sms, now }).handlers,
  )
  try {
    const phone = newPhone()
    await send(
      house,
      contracts.find(({ name }) => name === 'people.requestCode')!,
      { phone },
    )
    const { text } = await everythingIn(house)
    await messages.run()
    const [sent] = await messages.sentTo(phone)
    const code = String(sent!.params.code)
    const signIn = contracts.find(({ name }) => name === 'people.signInByCode')!
    const reply = await send(house, signIn, { phone, code })
    expect(reply.status).toBe(200)
    for (const written of [text, answers.at(-2)!.text, answers.at(-1)!.text, logged.join('\n')])
      expect(written.includes(phone) || written.includes(`"${code}"`)).toBe(false)
  } finally {
    await messages.close()
  }
})

test('what was typed wrongly is not said back', async () => {
  const signIn = contracts.find(({ name }) => name === 'people.signInByCode')!
  const reply = await send(house, signIn, { phone: '138000000012', code: 'x' })
  expect(reply.status).toBe(422)
  expect(JSON.stringify(reply.problem)).not.toContain('1380000')
})

test('no table holds a number that can be read, and no line of the log does', async () => {
  await post(house)
  const { text, tables } = await everythingIn(house)
  expect(tables).toEqual(expect.arrayContaining(['persons', 'audit_entries', 'jobs', 'answered_commands']))
  expect(found(text)).toEqual([])
  expect(logged.length).toBeGreaterThan(50)
  expect(found(logged.join('\n'))).toEqual([])
})
