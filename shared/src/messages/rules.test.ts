import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atShanghai, DAY, HOUR, MINUTE } from '../time.ts'
import { MessageKind, Template } from './contract.ts'
import { defaultQuiet } from './inbox-contract.ts'
import { kinds } from './labels.ts'
import {
  blanksOf,
  fill,
  isUrgent,
  obstacleToSms,
  obstacleToSubscribe,
  quietUntil,
  type Standing,
} from './rules.ts'
import { specOf } from './templates.ts'

const at = atShanghai(2026, 12, 1, 10)
const all = Template.options
const paramsOf = (template: Template) =>
  Object.fromEntries(
    Object.entries(specOf(template).params).map(([name, type]) => [
      name,
      type === 'instant' ? at + 2 * HOUR : '活动室',
    ]),
  )

function soonOf(template: Template) {
  const { urgent } = specOf(template)
  return urgent === null || urgent === 'always' ? [] : urgent.soon
}

describe('templates', () => {
  test.each(all)(
    '%s: every blank has its param, every param is of use, and the words are whole',
    (template) => {
      const { title, body, sms, params } = specOf(template)
      expect(title).toMatch(/^[\u4e00-\u9fff]{2,10}$/)
      const used = new Set([...blanksOf(body), ...soonOf(template)])
      expect([...used].toSorted()).toEqual(Object.keys(params).toSorted())
      expect(blanksOf(sms ?? '').filter((name) => !(name in params))).toEqual([])
      for (const text of [body, ...(sms === null ? [] : [sms])])
        expect(fill(text, paramsOf(template), at)).not.toMatch(/[{}]|NaN|undefined|[a-z]/)
    },
  )
  test('what concerns somebody soon is a matter of instants', () => {
    for (const template of all)
      for (const name of soonOf(template)) expect(specOf(template).params[name]).toBe('instant')
  })
  test('an SMS bears the name of the portal', () => {
    const texts = all.flatMap((template) => specOf(template).sms ?? [])
    expect(texts.filter((sms) => !sms.startsWith('【泰民通】'))).toEqual([])
  })
  test('WeChat asks for three at most at one tap', () => {
    const acts = all.flatMap((template) => specOf(template).asksAt ?? [])
    for (const act of acts) expect(acts.filter((one) => one === act).length).toBeLessThanOrEqual(3)
  })
  test('one may choose of a kind just the ways that some message of it takes', () => {
    for (const kind of MessageKind.options) {
      const specs = all.map(specOf).filter((spec) => spec.kind === kind)
      const ways = [
        ...(specs.some(({ asksAt }) => asksAt !== null) ? ['subscribe'] : []),
        ...(specs.some(({ sms }) => sms !== null) ? ['sms'] : []),
      ]
      expect([kind, kinds[kind].may]).toEqual([kind, ways])
    }
  })
  test('every kind of message says what it is', () => {
    expect(Object.keys(kinds)).toEqual(MessageKind.options)
    expect(new Set(all.map((template) => specOf(template).kind))).toEqual(new Set(MessageKind.options))
  })
})

test('a message says its times as on its own day, however late it is read', () => {
  const params = { ...paramsOf('activityReminder'), title: '剪纸课' }
  expect(fill(specOf('activityReminder').body, params, at)).toBe(
    '您报名的“剪纸课”明天举行。时间：12月1日 周二 12:00 至 12:00；地点：活动室。去不了请在开始前取消。',
  )
})

test.each([
  [1, true],
  [DAY - 1, true],
  [DAY, false],
  [0, false],
  [-HOUR, false],
])('an activity that was to begin in %i ms and is cancelled: urgent is %s', (left, urgent) => {
  expect(isUrgent('activityCancelled', { startsAt: at + left }, at)).toBe(urgent)
})
test('a change is urgent by the old time as well as by the new one', () => {
  expect(isUrgent('activityChanged', { startsAt: at + 9 * DAY, wasStartsAt: at + HOUR }, at)).toBe(true)
  expect(isUrgent('activityChanged', { startsAt: at + HOUR, wasStartsAt: at + 9 * DAY }, at)).toBe(true)
  expect(isUrgent('activityChanged', { startsAt: at + 8 * DAY, wasStartsAt: at + 9 * DAY }, at)).toBe(false)
})
test('an urgent notice is always urgent', () => {
  expect(isUrgent('noticeUrgent', {}, at)).toBe(true)
})
test('a reminder never wakes anybody', () => {
  expect(isUrgent('activityReminder', { startsAt: at + HOUR }, at)).toBe(false)
})

describe('quiet hours', () => {
  const day = (hour: number, minute = 0) => atShanghai(2026, 12, 1, hour, minute)
  test.each([
    [day(20, 59), null],
    [day(21), day(32)],
    [day(23, 59), day(32)],
    [day(0), day(8)],
    [day(7, 59), day(8)],
    [day(8), null],
  ])('from nine in the evening to eight: %i', (now, until) => {
    expect(quietUntil(defaultQuiet, now)).toBe(until)
  })
  test('within one day, switched off, and from a moment to the same', () => {
    const noon = { on: true, from: 12 * 60, to: 14 * 60 }
    expect(quietUntil(noon, day(13))).toBe(day(14))
    expect(quietUntil(noon, day(14))).toBeNull()
    expect(quietUntil({ ...noon, on: false }, day(13))).toBeNull()
    expect(quietUntil({ on: true, from: 60, to: 60 }, day(1))).toBeNull()
  })
  test('they end within a day, at the minute that was chosen, and then they are over', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const instant = fc.integer({ min: at, max: at + 400 * DAY })
    fc.assert(
      fc.property(minute, minute, instant, (from, to, now) => {
        const quiet = { on: true, from, to }
        const until = quietUntil(quiet, now)
        if (until === null) return
        expect(until).toBeGreaterThan(now)
        expect(until - now).toBeLessThanOrEqual(DAY)
        expect((((until + 8 * HOUR) % DAY) + DAY) % DAY).toBe(to * MINUTE)
        expect(quietUntil(quiet, until)).toBeNull()
        expect(quietUntil(quiet, until - 1)).toBe(until)
      }),
    )
  })
})

describe('the way that is taken', () => {
  const standing: Standing = {
    template: 'activityCancelled',
    urgent: false,
    hasWechat: true,
    subscriptions: 1,
    wants: { subscribe: true, sms: true },
    open: { subscribe: true, sms: true },
  }
  test.each<[Partial<Standing>, string | null]>([
    [{}, null],
    [{ template: 'activitySignedUp' }, 'notOffered'],
    [{ open: { subscribe: false, sms: true } }, 'notConfigured'],
    [{ hasWechat: false }, 'noWechat'],
    [{ wants: { subscribe: false, sms: true } }, 'unwanted'],
    [{ subscriptions: 0 }, 'noSubscription'],
  ])('WeChat, with %o: %s', (more, why) => {
    expect(obstacleToSubscribe({ ...standing, ...more })).toBe(why)
  })
  test.each<[Partial<Standing>, string | null]>([
    [{ urgent: true }, null],
    [{ hasWechat: false }, null],
    [{}, 'notUrgent'],
    [{ template: 'activitySignedUp', urgent: true }, 'notOffered'],
    [{ urgent: true, wants: { subscribe: true, sms: false } }, 'unwanted'],
    [{ urgent: true, open: { subscribe: true, sms: false } }, 'notConfigured'],
  ])('an SMS, with %o: %s', (more, why) => {
    expect(obstacleToSms({ ...standing, ...more })).toBe(why)
  })
})
