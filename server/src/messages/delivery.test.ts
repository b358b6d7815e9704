import { atShanghai, sayTime } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { enqueue } from '../platform/jobs.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { countUnread } from './store.ts'
import { LATER, openOutside, urgent } from './testing/outside.ts'
import { telling, tellSomething } from './testing/tell.ts'

let house: TestHouse
let outside: Awaited<ReturnType<typeof openOutside>>
let day = 1
beforeAll(async () => {
  house = await openHouse({ demo: false })
  outside = await openOutside(house)
})
afterAll(async () => {
  await outside.close()
  await house.close()
})
beforeEach(async () => {
  await outside.mend()
  day += 1
  house.clock.now = atShanghai(2027, 1, day, 10)
})
const tell: typeof outside.tell = (...what) => outside.tell(...what)
const summary = (id: string) => outside.fared(id)
const inboxStands = async (person: { id: string }) =>
  expect(await countUnread(house.store.read, person.id)).toBe(1)

describe('the first way that works is taken', () => {
  test('WeChat, where one agreement is left: it is used up, and no SMS is sent', async () => {
    const person = await outside.wechatUser(2)
    const id = await tell(person, urgent)
    expect(await summary(id)).toEqual([['subscribe', 'sent', null]])
    const [message] = await outside.subscribedBy(person.openid)
    expect(message).toMatchObject({
      templateId: 'wechat-cancelled',
      page: expect.stringMatching(/^activities\/pages\/detail\/index\?id=[0-9a-f-]{36}$/),
      data: {
        thing1: { value: '剪纸课' },
        time2: { value: `2027年1月${day}日 11:00` },
        thing4: { value: '有大雨' },
      },
    })
    expect(await outside.left(person.id)).toBe(1)
    expect(await outside.textsTo(person.phone)).toEqual([])
  })

  test('an SMS, where somebody has no WeChat', async () => {
    const person = await somebody(house)
    const id = await tell(person)
    expect(await summary(id)).toEqual([
      ['subscribe', 'skipped', 'noWechat'],
      ['sms', 'sent', null],
    ])
    const [message] = await outside.textsTo(person.phone)
    const when = sayTime(house.clock.now + LATER, house.clock.now)
    expect(message!.text).toBe(`【泰民通】您报名的“剪纸课”（${when}）取消了，不用再去。原因：有大雨。`)
    await inboxStands(person)
  })

  test('an SMS to a user of WeChat who did not agree, for what is urgent alone', async () => {
    const person = await outside.wechatUser()
    expect(await summary(await tell(person))).toEqual([
      ['subscribe', 'skipped', 'noSubscription'],
      ['sms', 'skipped', 'notUrgent'],
    ])
    expect(await outside.textsTo(person.phone)).toEqual([])
    expect(await summary(await tell(person, urgent))).toEqual([
      ['subscribe', 'skipped', 'noSubscription'],
      ['sms', 'sent', null],
    ])
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
  })

  test('none, where nothing is set up: the inbox stands', async () => {
    const person = await outside.wechatUser(1)
    const id = await tell(person, urgent, { sms: null, wechatTemplates: {} })
    expect(await summary(id)).toEqual([
      ['subscribe', 'skipped', 'notConfigured'],
      ['sms', 'skipped', 'notConfigured'],
    ])
    await inboxStands(person)
  })

  test('two messages at the same time and one agreement: one goes by WeChat, the other by SMS', async () => {
    const person = await outside.wechatUser(1)
    await Promise.all([0, 1].map(() => tellSomething(house, person.id, telling(house, {}, urgent))))
    await outside.run()
    expect(await outside.subscribedBy(person.openid)).toHaveLength(1)
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
    expect(await outside.left(person.id)).toBe(0)
  })
})

describe('WeChat says no', () => {
  test('43101, the user took the agreement back: our count is put right, and what is urgent goes by SMS', async () => {
    const person = await outside.wechatUser(0, 3)
    expect(await summary(await tell(person))).toEqual([
      ['subscribe', 'failed', 'notSubscribed'],
      ['sms', 'skipped', 'notUrgent'],
    ])
    expect(await outside.left(person.id)).toBe(0)
    await inboxStands(person)
    const other = await outside.wechatUser(0, 1)
    expect(await summary(await tell(other, urgent))).toEqual([
      ['subscribe', 'failed', 'notSubscribed'],
      ['sms', 'sent', null],
    ])
  })

  test('47003, a template was entered wrongly: tried once, then the next way', async () => {
    const person = await outside.wechatUser(1)
    const wechatTemplates = { activityCancelled: { id: 'wechat-cancelled', data: { thing1: 'title' } } }
    const id = await tell(person, urgent, { wechatTemplates })
    expect(await summary(id)).toEqual([
      ['subscribe', 'failed', 'badMessage'],
      ['sms', 'sent', null],
    ])
  })

  test('an access token that has died is renewed, and the message goes', async () => {
    const person = await outside.wechatUser(2)
    await tell(person)
    await outside.wechatFault({ kind: 'expireTokens' })
    expect(await summary(await tell(person))).toEqual([['subscribe', 'sent', null]])
    expect(await outside.subscribedBy(person.openid)).toHaveLength(2)
  })

  test('down for a moment: tried again, sent once, one agreement used', async () => {
    const person = await outside.wechatUser(2)
    await outside.wechatFault({ kind: 'down' })
    const id = await tell(person)
    expect(await summary(id)).toEqual([['subscribe', 'queued', 'unreachable']])
    await outside.runNext()
    expect(await summary(id)).toEqual([['subscribe', 'sent', null]])
    expect(await outside.subscribedBy(person.openid)).toHaveLength(1)
    expect(await outside.left(person.id)).toBe(1)
  })

  test('down for long: after four tries what is urgent goes by SMS', async () => {
    const person = await outside.wechatUser(1)
    await outside.wechatFault({ kind: 'down', times: 50 })
    const id = await tell(person, urgent)
    for (let i = 0; i < 3; i += 1) await outside.runNext()
    expect(await outside.deliveriesOf(id)).toMatchObject([
      { channel: 'subscribe', state: 'failed', why: 'unreachable', tries: 4 },
      { channel: 'sms', state: 'sent', tries: 1 },
    ])
    expect(await outside.waiting()).toEqual([])
  })

  test('nothing in time: it may have come, so it is not sent again', async () => {
    const person = await outside.wechatUser(2)
    await outside.wechatFault({ kind: 'slow' })
    const id = await tell(person)
    expect(await summary(id)).toEqual([
      ['subscribe', 'failed', 'unknown'],
      ['sms', 'skipped', 'notUrgent'],
    ])
    expect(await outside.subscribedBy(person.openid)).toEqual([])
    expect(await outside.waiting()).toEqual([])
    await inboxStands(person)
  })
})

describe('the SMS provider says no', () => {
  test.each(['down', 'busy', 'garbage'])('%s: tried again, and sent once', async (kind) => {
    const person = await somebody(house)
    await outside.smsFault({ kind, times: 2 })
    const id = await tell(person)
    expect(await summary(id)).toContainEqual(['sms', 'queued', kind === 'busy' ? 'busy' : 'unreachable'])
    await outside.runNext()
    await outside.runNext()
    expect(await summary(id)).toContainEqual(['sms', 'sent', null])
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
    expect(await outside.waiting()).toEqual([])
  })

  test('the answer is lost: the same message again is the same message', async () => {
    const person = await somebody(house)
    await outside.smsFault({ kind: 'slow' })
    const id = await tell(person)
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
    expect(await summary(id)).toContainEqual(['sms', 'queued', 'unreachable'])
    await outside.runNext()
    expect(await summary(id)).toContainEqual(['sms', 'sent', null])
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
  })

  test('this number never: not tried again, and the inbox stands', async () => {
    const person = await somebody(house)
    await outside.smsFault({ kind: 'refuseNumber', phone: person.phone })
    expect(await summary(await tell(person))).toContainEqual(['sms', 'failed', 'refused'])
    expect(await outside.waiting()).toEqual([])
    await inboxStands(person)
  })

  test('both ways down for hours: given up after counted tries, and the inbox stands', async () => {
    const person = await outside.wechatUser(1)
    await outside.wechatFault({ kind: 'down', times: 1000 })
    await outside.smsFault({ kind: 'down', times: 1000 })
    const id = await tell(person, urgent)
    let runs = 0
    for (; (await outside.waiting()).length > 0 && runs < 40; runs += 1) await outside.runNext()
    expect(await outside.deliveriesOf(id)).toMatchObject([
      { channel: 'subscribe', state: 'failed', why: 'unreachable', tries: 4 },
      { channel: 'sms', state: 'failed', why: 'unreachable', tries: 13 },
    ])
    await inboxStands(person)
  })
})

describe('the process is killed after handing over, before it is written down', () => {
  test('by SMS: it is handed over again under the same key, and comes once', async () => {
    const person = await somebody(house)
    const { sms } = outside.parts
    const dying = {
      async send(message: Parameters<typeof sms.send>[0]): Promise<never> {
        await sms.send(message)
        throw new Error('killed')
      },
    }
    const id = await tell(person, LATER, { sms: dying })
    expect(await summary(id)).toContainEqual(['sms', 'sending', null])
    await outside.runNext()
    expect(await summary(id)).toContainEqual(['sms', 'sent', null])
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
  })

  test('to WeChat, which knows no keys: it is not handed over again, though another agreement is left', async () => {
    const person = await outside.wechatUser(2)
    const { wechat } = outside.parts
    const dying = {
      ...wechat,
      async sendSubscribe(message: Parameters<typeof wechat.sendSubscribe>[0]): Promise<never> {
        await wechat.sendSubscribe(message)
        throw new Error('killed')
      },
    }
    const id = await tell(person, LATER, { wechat: dying })
    expect(await summary(id)).toEqual([['subscribe', 'sending', null]])
    await outside.runNext()
    expect(await summary(id)).toEqual([
      ['subscribe', 'failed', 'unknown'],
      ['sms', 'skipped', 'notUrgent'],
    ])
    expect(await outside.subscribedBy(person.openid)).toHaveLength(1)
    expect(await outside.waiting()).toEqual([])
  })

  test('a second job for the same batch sends nothing that was sent', async () => {
    const person = await somebody(house)
    const id = await tellSomething(house, person.id)
    const [job] = await outside.waiting()
    await house.store.write((tx) => enqueue(tx, { kind: job!.kind, data: job!.data, runAt: house.clock.now }))
    await outside.run()
    expect(await summary(id)).toContainEqual(['sms', 'sent', null])
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
  })
})
