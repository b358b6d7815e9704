import { setQuiet, setWants } from '@tmt/shared/messages/inbox-contract.ts'
import { atShanghai, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { countUnread } from './store.ts'
import { openOutside, urgent } from './testing/outside.ts'

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

describe('what a person chose', () => {
  test('no WeChat and no SMS for this kind: not even what is urgent, and the inbox stands', async () => {
    const person = await outside.wechatUser(1)
    await house.ask(setWants, { kind: 'activities', subscribe: false, sms: false }, { token: person.token })
    expect(await summary(await tell(person, urgent))).toEqual([
      ['subscribe', 'skipped', 'unwanted'],
      ['sms', 'skipped', 'unwanted'],
    ])
    await inboxStands(person)
  })

  test('at night nothing goes out that can wait; at eight it does, once', async () => {
    house.clock.now = atShanghai(2027, 1, day, 22)
    const person = await somebody(house)
    const id = await tell(person)
    expect(await summary(id)).toEqual([['subscribe', 'skipped', 'noWechat']])
    await inboxStands(person)
    const [job, ...others] = await outside.waiting()
    expect([job!.runAt, others]).toEqual([atShanghai(2027, 1, day + 1, 8), []])
    await outside.runNext()
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
    expect(await outside.waiting()).toEqual([])
  })

  test('what is urgent goes out at night', async () => {
    house.clock.now = atShanghai(2027, 1, day, 23)
    const person = await somebody(house)
    await tell(person, 10 * HOUR)
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
  })

  test('quiet hours of one’s own, or none', async () => {
    house.clock.now = atShanghai(2027, 1, day, 13)
    const [sleeper, owl] = [await somebody(house), await somebody(house)]
    await house.ask(setQuiet, { on: true, from: 12 * 60, to: 14 * 60 }, { token: sleeper.token })
    await house.ask(setQuiet, { on: false, from: 0, to: 60 }, { token: owl.token })
    await tell(sleeper)
    expect(await outside.textsTo(sleeper.phone)).toEqual([])
    await outside.runNext()
    expect(house.clock.now).toBe(atShanghai(2027, 1, day, 14))
    expect(await outside.textsTo(sleeper.phone)).toHaveLength(1)
    house.clock.now = atShanghai(2027, 1, day, 23)
    await tell(owl)
    expect(await outside.textsTo(owl.phone)).toHaveLength(1)
  })

  test('a provider that fails until the evening does not wake anybody afterwards', async () => {
    house.clock.now = atShanghai(2027, 1, day, 20, 59)
    const person = await somebody(house)
    await outside.smsFault({ kind: 'down' })
    await tell(person)
    house.clock.now += MINUTE
    await outside.run()
    expect(await outside.textsTo(person.phone)).toEqual([])
    await outside.runNext()
    expect(house.clock.now).toBe(atShanghai(2027, 1, day + 1, 8))
    expect(await outside.textsTo(person.phone)).toHaveLength(1)
  })
})
