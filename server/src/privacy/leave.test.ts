import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { mySignups, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import { requestCode, signInByCode, signInByWechat } from '@tmt/shared/people/sign-in-contract.ts'
import { exportMine, leave, listStored } from '@tmt/shared/privacy/contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aboutMe } from '../about-me.ts'
import { post } from '../activities/testing/activity.ts'
import { DONGAN } from '../demo/city.ts'
import { register, verified } from '../identity/testing/identity.ts'
import { GRACE } from '../people/leave-store.ts'
import { leftAt } from '../people/store.ts'
import { persons, roleGrants } from '../people/tables.ts'
import { openWechatUser } from '../people/testing/wechat-user.ts'
import { newId } from '../platform/ids.ts'
import { auditEntries } from '../platform/tables.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../testing/somebody.ts'
import { retained } from '../retained.ts'
import { ERASE, privacyJobs } from './jobs.ts'

let house: TestHouse
let me: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += HOUR
  me = await somebody(house, [{ role: 'resident', division: DONGAN }], '演示离开')
})
const go = ({ token } = me) => house.ask(leave, {}, { token })
async function eraseDue() {
  const { handlers } = privacyJobs({ store: house.store, now: () => house.clock.now, aboutMe, retained })
  await handlers[ERASE].run({ id: 'j', kind: ERASE, data: {}, tries: 1 })
}
async function comeBack(phone: string) {
  const { body } = await house.ask(requestCode, { phone })
  return (await house.ask(signInByCode, { phone, code: body.demoCode! })).body
}
const personOf = async (id: string) => {
  const [row] = await house.store.read.select().from(persons).where(eq(persons.id, id))
  return row!
}

describe('leaving', () => {
  test('ends every sign-in at once and gives the places back', async () => {
    const id = await post(house)
    await house.ask(signUp, { id }, { token: me.token })
    // The answer is kept in a cache by now.
    expect((await house.ask(getActivity, { id }, {})).body.confirmed).toBe(1)
    const { body } = await go()
    expect(body).toEqual({ erasedFrom: house.clock.now + GRACE })
    expect((await house.ask(getMe, {}, { token: me.token })).status).toBe(401)
    expect((await house.ask(getActivity, { id }, {})).body.confirmed).toBe(0)
  })

  test('keeps places in what has begun: who was there stays a number', async () => {
    const id = await post(house)
    await house.ask(signUp, { id }, { token: me.token })
    const { body } = await house.ask(getActivity, { id }, {})
    house.clock.now = body.startsAt
    await go()
    expect((await house.ask(getActivity, { id }, {})).body.confirmed).toBe(1)
  })

  test('is undone by signing in, with all that was there', async () => {
    await go()
    house.clock.now += GRACE - 1
    await eraseDue()
    const { me: again, token } = await comeBack(me.phone)
    expect(again).toMatchObject({ id: me.id, name: '演示离开', roles: [{ role: 'resident' }] })
    house.clock.now += DAY
    await eraseDue()
    expect((await house.ask(getMe, {}, { token })).body.id).toBe(me.id)
    expect((await house.ask(mySignups, {}, { token })).body.items).toEqual([])
  })

  test('is undone by WeChat as well, as long as the account is there', async () => {
    const user = await openWechatUser(house)
    const phone = newPhone()
    const first = await house.ask(signInByWechat, {
      loginCode: await user.login(),
      phoneCode: await user.phone(phone),
    })
    await house.ask(leave, {}, { token: first.body.token })
    const back = await house.ask(signInByWechat, { loginCode: await user.login() })
    expect(back.body.me.id).toBe(first.body.me.id)
    await house.ask(leave, {}, { token: back.body.token })
    house.clock.now += GRACE
    await eraseDue()
    const gone = await house.ask(signInByWechat, { loginCode: await user.login() })
    expect(gone.problem.code).toBe('phoneNeeded')
  })

  test('by two devices at once is done once and told to both, or to one', async () => {
    const [first, second] = await Promise.all([go(), go()])
    expect([200, 401]).toContain(second.status)
    expect(first.status).toBe(200)
    expect((await personOf(me.id)).leftAt).toBe(house.clock.now)
  })
})

test('whoever sends messages can ask whether somebody has left', async () => {
  const { id, token } = await somebody(house)
  expect(await leftAt(house.store.read, id)).toBeNull()
  await house.ask(leave, {}, { token })
  expect(await leftAt(house.store.read, id)).toBe(house.clock.now)
  expect(await leftAt(house.store.read, newId(0))).toBeUndefined()
})

describe('fourteen days later', () => {
  test('nothing is left that names the person; whoever has the number is somebody new', async () => {
    const who = await verified(house, 'taizhouTong', [{ role: 'resident', division: DONGAN }])
    const before = await personOf(who.id)
    await go(who)
    house.clock.now += GRACE
    await eraseDue()
    const { text } = await everythingIn(house, [
      'persons',
      'identities',
      'identity_attempts',
      'wechat_identities',
      'sessions',
    ])
    for (const trace of [before.phoneIndex, before.phoneSealed]) expect(text.includes(trace)).toBe(false)
    const { text: identitiesLeft } = await everythingIn(house, ['identities', 'identity_attempts'])
    expect(identitiesLeft).not.toContain(who.id)
    expect(await personOf(who.id)).toMatchObject({ name: '已注销', realNameAt: null, communityId: null })
    const grants = await house.store.read.select().from(roleGrants).where(eq(roleGrants.personId, who.id))
    expect(grants.map(({ revokedAt }) => revokedAt)).toEqual([house.clock.now])
    const again = await comeBack(who.phone)
    expect(again.me).toMatchObject({ name: null, level: 'phone', roles: [] })
    expect(again.me.id).not.toBe(who.id)
  })

  test('it is written down, and done once however often it comes', async () => {
    await go()
    house.clock.now += GRACE
    await Promise.all([eraseDue(), eraseDue()])
    await eraseDue()
    const rows = await house.store.read.select().from(auditEntries).where(eq(auditEntries.subject, me.id))
    const erased = rows.filter(({ action }) => action === ERASE)
    expect(erased).toMatchObject([{ outcome: 'done', actorId: null }])
  })

  test('the freed identity number may be registered again', async () => {
    const { newIdNumber } = await import('../identity/testing/identity.ts')
    const idNumber = newIdNumber()
    const phone = newPhone()
    await register(house, { phone, idNumber })
    const { token } = await comeBack(phone)
    await house.ask(leave, {}, { token })
    expect((await register(house, { idNumber })).problem.code).toBe('taken')
    house.clock.now += GRACE
    await eraseDue()
    expect((await register(house, { idNumber })).status).toBe(200)
  })

  test('many at once are erased, each in a unit of its own', async () => {
    const { crowd } = await import('../testing/somebody.ts')
    const people = await crowd(house, 70)
    for (const person of people) await go(person)
    house.clock.now += GRACE
    await eraseDue()
    const left = await Promise.all(people.map(({ id }) => personOf(id)))
    expect(left.filter(({ erasedAt }) => erasedAt === null)).toEqual([])
  })
})

describe('what is stored about me', () => {
  test('is read by part, each with why, on what basis and how long; numbers are masked', async () => {
    const who = await verified(house)
    const id = await post(house)
    await house.ask(signUp, { id }, { token: who.token })
    const { body } = await house.ask(listStored, {}, { token: who.token })
    expect(body.items.map((part) => part.id)).toEqual(aboutMe.map((part) => part.id))
    for (const part of body.items)
      for (const words of [part.title, part.purpose, part.basis, part.retention])
        expect(words).toMatch(/[\u4e00-\u9fff]/)
    const rows = (part: string) => body.items.find((one) => one.id === part)!.rows
    expect(rows('account')).toContainEqual({
      label: '手机号',
      value: expect.stringMatching(/^199\*{4}\d{4}$/),
    })
    expect(rows('identity')).toContainEqual({
      label: '身份证号',
      value: expect.stringMatching(/^321200\*{10}/),
    })
    expect(rows('consents')).toMatchObject([{ label: '实名核验' }])
    expect(rows('devices')).toHaveLength(1)
    expect(rows('signups')).toHaveLength(1)
    expect(rows('reveals')).toEqual([])
  })

  test('goes along as a file, the same parts; the export is written down', async () => {
    const { token, id } = me
    const stored = await house.ask(listStored, {}, { token })
    const { body, headers } = await house.ask(exportMine, { id }, { token })
    expect(body).toMatchObject({
      product: '泰民通',
      exportedAt: house.clock.now,
      sections: stored.body.items,
    })
    expect(headers.get('cache-control')).toBe('no-store')
    const rows = await house.store.read.select().from(auditEntries).where(eq(auditEntries.subject, id))
    expect(rows).toMatchObject([{ action: 'privacy.export', outcome: 'read', actorId: id }])
  })

  test('of somebody else does not exist, not even for staff', async () => {
    const other = await somebody(house, [{ role: 'worker', division: DONGAN }])
    const dpo = await somebody(house, [{ role: 'dpo', division: '321200000000' }])
    for (const { token } of [other, dpo]) {
      const { status, problem } = await house.ask(exportMine, { id: me.id }, { token })
      expect([status, problem.code]).toEqual([404, 'notFound'])
    }
    const rows = await house.store.read.select().from(auditEntries).where(eq(auditEntries.subject, me.id))
    expect(rows.map(({ outcome, actorId }) => [outcome, actorId])).toEqual([
      ['hidden', other.id],
      ['hidden', dpo.id],
    ])
  })
})
