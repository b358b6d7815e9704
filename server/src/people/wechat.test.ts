import { signInByCode, signInByWechat, requestCode } from '@tmt/shared/people/sign-in-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLog } from '../platform/log.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone } from '../testing/somebody.ts'
import { signInByWechatRoute } from './sign-in.ts'
import { openWechatUser, tellWechat } from './testing/wechat-user.ts'
import { persons, sessions, wechatIdentities } from './tables.ts'

let house: TestHouse
let phone: string
let user: Awaited<ReturnType<typeof openWechatUser>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await tellWechat(house, 'faults', {}, 'DELETE')
  // Past the minute that WeChat counts in.
  house.clock.now += MINUTE
  phone = newPhone()
  user = await openWechatUser(house)
})

async function firstTime(who = user, number = phone) {
  return house.ask(signInByWechat, { loginCode: await who.login(), phoneCode: await who.phone(number) })
}
const silently = async (who = user) => house.ask(signInByWechat, { loginCode: await who.login() })

test('the first time with the phone button, after that in silence', async () => {
  const unknown = await silently()
  expect([unknown.status, unknown.problem.code]).toEqual([409, 'phoneNeeded'])
  const first = await firstTime()
  expect(first.status).toBe(200)
  expect(first.body.me.phone).toBe(`199****${phone.slice(-4)}`)
  const later = await silently()
  expect(later.body.me.id).toBe(first.body.me.id)
  expect(later.body.token).not.toBe(first.body.token)
})

test('a number is one account, whether by WeChat or by message', async () => {
  const { body } = await firstTime()
  const { body: asked } = await house.ask(requestCode, { phone })
  const bySms = await house.ask(signInByCode, { phone, code: asked.demoCode! })
  expect(bySms.body.me.id).toBe(body.me.id)
})

test('the device keeps the name that the app gives it', async () => {
  const { body } = await house.ask(signInByWechat, {
    loginCode: await user.login(),
    phoneCode: await user.phone(phone),
    device: ' 微信小程序 ',
  })
  const open = await house.store.read.select().from(sessions).where(eq(sessions.personId, body.me.id))
  expect(open.map(({ device }) => device)).toEqual(['微信小程序'])
})

test.each([
  ['made up', async () => 'no-such-code'],
  [
    'used before',
    async () => {
      const code = await user.login()
      await house.ask(signInByWechat, { loginCode: code })
      return code
    },
  ],
  [
    'older than five minutes',
    async () => {
      const code = await user.login()
      house.clock.now += 5 * MINUTE
      return code
    },
  ],
])('a login code that is %s: once more, please', async (_name, codeOf) => {
  const { status, problem } = await house.ask(signInByWechat, { loginCode: await codeOf() })
  expect([status, problem.code]).toEqual([409, 'loginExpired'])
})

test("a phone code that is used, or another user's: once more, please, and nobody is made", async () => {
  const code = await user.phone(phone)
  const stranger = await openWechatUser(house)
  const stolen = await house.ask(signInByWechat, { loginCode: await stranger.login(), phoneCode: code })
  expect([stolen.status, stolen.problem.code]).toEqual([409, 'loginExpired'])
  const index = house.secrets.index('phone', phone)
  expect(await house.store.read.$count(persons, eq(persons.phoneIndex, index))).toBe(0)
  expect((await house.ask(signInByWechat, { loginCode: await user.login(), phoneCode: code })).status).toBe(
    200,
  )
  const again = await house.ask(signInByWechat, { loginCode: await user.login(), phoneCode: code })
  expect(again.problem.code).toBe('loginExpired')
})

test('a hundred sign-ins of one user in a minute are enough', async () => {
  const made = await firstTime()
  expect(made.status).toBe(200)
  for (let i = 0; i < 99; i += 1) await silently()
  const { status, problem } = await silently()
  expect([status, problem.code]).toEqual([429, 'tooOften'])
  house.clock.now += MINUTE
  expect((await silently()).status).toBe(200)
})

test('whom WeChat blocks is shown to the counter, and never told why', async () => {
  await firstTime()
  await tellWechat(house, 'faults', { kind: 'highRisk', openid: user.openid })
  const { status, problem } = await silently()
  expect([status, problem.code]).toEqual([403, 'useCounter'])
  expect(problem.detail).toMatch(/窗口.*12345/)
  expect(JSON.stringify(problem)).not.toMatch(/黑名单|风险|封|拦截/)
})

test('a number from abroad is shown to the counter', async () => {
  const { problem } = await house.ask(signInByWechat, {
    loginCode: await user.login(),
    phoneCode: await user.phone('51234567', 852),
  })
  expect(problem.code).toBe('useCounter')
})

test.each([
  ['busy twice', { kind: 'busy', times: 2 }],
  ['down', { kind: 'down' }],
  ['talking nonsense', { kind: 'garbage' }],
])('WeChat %s: later, or by message', async (_name, fault) => {
  await tellWechat(house, 'faults', fault)
  const { status, problem } = await silently()
  expect([status, problem.code]).toEqual([503, 'wechatUnavailable'])
  expect(problem.title).toContain('短信')
})

test('WeChat busy once is asked again', async () => {
  await firstTime()
  await tellWechat(house, 'faults', { kind: 'busy' })
  expect((await silently()).status).toBe(200)
})

test('an access token that ended, by time or early, is replaced', async () => {
  await firstTime()
  house.clock.now += 3 * HOUR
  expect((await firstTime(user, newPhone())).status).toBe(200)
  await tellWechat(house, 'faults', { kind: 'expireTokens' })
  expect((await firstTime(user, newPhone())).status).toBe(200)
})

test('where no mini-program is configured, WeChat is unavailable', async () => {
  const route = signInByWechatRoute({
    secrets: house.secrets,
    wechat: null,
    revealCode: true,
    log: createLog('silent'),
  })
  const refuse = (code: string): never => {
    throw new Error(code)
  }
  const context = { db: house.store.read, input: { loginCode: 'any' }, actor: {} as never, refuse, now: 0 }
  const asked = async () => 'performed' in route && route.performed.gather?.(context)
  await expect(asked()).rejects.toThrow('wechatUnavailable')
})

test('a new number moves the WeChat to the account of that number', async () => {
  const old = await firstTime()
  const renewed = await firstTime(user, newPhone())
  expect(renewed.body.me.id).not.toBe(old.body.me.id)
  expect((await silently()).body.me.id).toBe(renewed.body.me.id)
})

test('a number that changed hands opens its account by the new WeChat, and no longer by the old one', async () => {
  const before = await firstTime()
  const holder = await openWechatUser(house)
  const after = await firstTime(holder)
  expect(after.body.me.id).toBe(before.body.me.id)
  expect((await silently(holder)).status).toBe(200)
  expect((await silently(user)).problem.code).toBe('phoneNeeded')
})

test('two devices at once make one person with one WeChat', async () => {
  const replies = await Promise.all([firstTime(), firstTime(), firstTime()])
  const ids = new Set(replies.map(({ body }) => body.me.id))
  expect(ids.size).toBe(1)
  const [id] = ids
  expect(await house.store.read.$count(wechatIdentities, eq(wechatIdentities.personId, id!))).toBe(1)
  expect(await house.store.read.$count(sessions, eq(sessions.personId, id!))).toBe(3)
})

test('the answer that got lost comes again with the same key, though the codes are used up', async () => {
  const input = { loginCode: await user.login(), phoneCode: await user.phone(phone) }
  const key = 'lost-wechat-answer-0001'
  const first = await house.ask(signInByWechat, input, { key })
  const again = await house.ask(signInByWechat, input, { key })
  expect(first.status).toBe(200)
  expect(again.body.token).toBe(first.body.token)
  expect((await house.ask(signInByWechat, input)).problem.code).toBe('loginExpired')
})

test('the openid and the code are not in the audit log, a trace is', async () => {
  const loginCode = await user.login()
  const reply = await house.ask(signInByWechat, { loginCode, phoneCode: await user.phone(phone) })
  expect(reply.status).toBe(200)
  const rows = await house.store.read.select().from(auditEntries)
  const written = JSON.stringify(rows)
  expect(written).not.toContain(user.openid)
  expect(written).not.toContain(loginCode)
  const trace = `openid:${house.secrets.index('openid', user.openid).slice(0, 12)}`
  expect(rows.filter(({ subject }) => subject === trace)).toMatchObject([
    { action: 'people.signInByWechat', outcome: 'done' },
  ])
})
