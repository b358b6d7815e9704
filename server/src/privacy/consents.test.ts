import { getMe } from '@tmt/shared/people/contract.ts'
import { requestCode, signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { notice, noticeText } from '@tmt/shared/people/notice.ts'
import { giveConsent, listConsents, withdrawConsent } from '@tmt/shared/privacy/contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { consents } from '../people/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
let me: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += HOUR
  me = await somebody(house)
})
const give = (purpose: 'account' | 'realName', version = PRIVACY_VERSION) =>
  house.ask(giveConsent, { purpose, version }, { token: me.token })
const withdraw = () => house.ask(withdrawConsent, { purpose: 'realName' }, { token: me.token })
const rowsOf = (id: string) => house.store.read.select().from(consents).where(eq(consents.personId, id))

async function signIn(agreed?: string) {
  const phone = newPhone()
  const { body } = await house.ask(requestCode, { phone })
  return house.ask(signInByCode, { phone, code: body.demoCode!, ...(agreed && { agreed }) })
}

test('agreeing at the sign-in is kept with its version; an older notice is none', async () => {
  const { body } = await signIn(PRIVACY_VERSION)
  expect(body.me.privacyVersion).toBe(PRIVACY_VERSION)
  const [row] = await rowsOf(body.me.id)
  expect(row).toMatchObject({ purpose: 'account', channel: 'signIn', version: PRIVACY_VERSION })

  for (const agreed of [undefined, '2020-01-01']) {
    const { body: other } = await signIn(agreed)
    expect(other.me.privacyVersion).toBeNull()
    expect(await rowsOf(other.me.id)).toEqual([])
  }
})

test('the evidence is a digest of the very words, the purpose, the person and the moment', async () => {
  await give('realName')
  const [row] = await rowsOf(me.id)
  const evidence = JSON.stringify([noticeText(), 'realName', me.id, row!.at, 'page'])
  expect(row!.evidenceHash).toBe(createHash('sm3').update(evidence).digest('base64url'))
})

test('each purpose stands by itself', async () => {
  await give('account')
  const { body } = await house.ask(listConsents, {}, { token: me.token })
  expect(body.items.map(({ purpose }) => purpose)).toEqual(['account'])
  expect((await withdraw()).problem.code).toBe('notGiven')
  expect((await house.ask(getMe, {}, { token: me.token })).body.privacyVersion).toBe(PRIVACY_VERSION)
})

test('given, withdrawn and given again: each time is a row of its own', async () => {
  const at = house.clock.now
  await give('realName')
  house.clock.now += HOUR
  await withdraw()
  house.clock.now += HOUR
  const { body } = await give('realName')
  expect(body.items.map((item) => [item.at, item.revokedAt])).toEqual([
    [at + 2 * HOUR, null],
    [at, at + HOUR],
  ])
})

test('two devices at once, and the same again, give it once and withdraw it once', async () => {
  const given = await Promise.all([give('realName'), give('realName'), give('realName')])
  expect(given.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await rowsOf(me.id)).toHaveLength(1)
  const taken = await Promise.all([withdraw(), withdraw()])
  const codes = taken.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
  expect(codes).toEqual(['notGiven', 'ok'])
})

test('a newer notice is agreed to anew, and the earlier agreement ends', async () => {
  await give('account')
  await house.store.write(async (tx) => {
    await tx.update(consents).set({ version: '2020-01-01' }).where(eq(consents.personId, me.id))
  })
  house.clock.now += HOUR
  const { body } = await give('account')
  expect(body.items.map(({ version, revokedAt }) => [version, revokedAt])).toEqual([
    [PRIVACY_VERSION, null],
    ['2020-01-01', house.clock.now],
  ])
})

test('the notice says all that the law asks for: who, why, which data, how long, rights, minors, changes', () => {
  const headings = notice.map(({ heading }) => heading).join('\n')
  for (const asked of ['谁在处理', '做什么，凭什么', '保存多久', '您的权利', '未成年人', '以后改了'])
    expect(headings).toContain(asked)
  const text = noticeText()
  for (const asked of ['12345', '15 天', '撤回', '注销', '导出', '监护人', '手机号', '身份证号'])
    expect(text).toContain(asked)
})
