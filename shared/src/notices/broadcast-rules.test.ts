import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atShanghai, DAY } from '../time.ts'
import { everybody } from './audience-rules.ts'
import { broadcastOf, LONGEST_SECONDS, secondsOf } from './broadcast-rules.ts'
import { Kind, type NoticeWords } from './contract.ts'

const now = atShanghai(2026, 11, 24, 9)
const outage = {
  kind: 'outage' as const,
  title: '3号楼至8号楼停水',
  body: '抢修主管，请提前存水。来水后先放1分钟。',
  startsAt: atShanghai(2026, 11, 24, 13, 30),
  endsAt: atShanghai(2026, 11, 24, 17),
  phone: '0523-00000101',
  divisionName: '东安居委会',
  ...everybody,
}

test('it says who, what, when, the rest and whom to ring, and says it twice', () => {
  const { text, seconds, shortened } = broadcastOf(outage, now)
  const once =
    '东安居委会通知。三号楼至八号楼停水。时间是十一月二十四日星期二下午一点半到下午五点。' +
    '抢修主管，请提前存水。来水后先放一分钟。有事请打电话，零五二三零零零零零幺零幺。'
  expect(text).toBe(`各位居民请注意。${once}下面再说一遍。${once}通知完毕。`)
  expect(shortened).toBe(false)
  expect(seconds).toBe(Math.ceil(secondsOf(text)))
})

test('an open end is said as such, and no time not at all', () => {
  const due = broadcastOf({ ...outage, title: '交医保费', startsAt: null }, now).text
  expect(due).toContain('请在十一月二十四日星期二下午五点前办。')
  const from = broadcastOf({ ...outage, endsAt: null }, now).text
  expect(from).toContain('从十一月二十四日星期二下午一点半开始。')
  const none = broadcastOf({ ...outage, startsAt: null, endsAt: null, phone: null }, now).text
  expect(none).not.toMatch(/时间是|开始。|前办|电话/)
})

test('those whom it is for are told before anything else', () => {
  const places = [
    { code: '321202001002-P000001', name: '东安花园' },
    { code: '321202001002-001', name: '第一网格' },
  ]
  const said = (more: object) => broadcastOf({ ...outage, ...more }, now).text
  expect(said({ places, ageFrom: 60 })).toContain(
    '东安居委会通知。这是给东安花园、第一网格六十岁以上居民的通知。三号楼至八号楼停水。',
  )
  expect(said({ ageFrom: 35, ageTo: 64 })).toContain('这是给三十五到六十四岁居民的通知。')
  expect(said({})).not.toContain('这是给')
})

test('what is too long is cut at a stop, and says where the rest is', () => {
  const body = '第一句说要紧的事。第二句说别的事，'.repeat(12)
  const { text, seconds, shortened } = broadcastOf({ ...outage, body }, now)
  expect(shortened).toBe(true)
  expect(seconds).toBeLessThanOrEqual(LONGEST_SECONDS)
  expect(text).toContain('第一句说要紧的事。')
  expect(text).toMatch(/[。，]其他内容请看公告栏。有事请打电话/)
})

const instant = fc.integer({ min: now - 400 * DAY, max: now + 400 * DAY })
const told = fc.record({
  kind: fc.constantFrom(...Kind.options),
  title: fc.oneof(
    fc.string({ minLength: 2, maxLength: 30 }),
    fc.constantFrom('9999'.repeat(7), '1:59'.repeat(7), '9%'.repeat(15), '停'.repeat(30)),
  ),
  body: fc.oneof(fc.string({ minLength: 2, maxLength: 600 }), fc.constant('字'.repeat(2000))),
  startsAt: fc.option(instant),
  endsAt: fc.option(instant),
  phone: fc.constantFrom(null, '0523-00000101', '95598'),
  divisionName: fc.constantFrom('东安居委会', '泰州医药高新技术产业开发区管理委员会'),
  places: fc.array(
    fc.record({ code: fc.constant('321202001002-001'), name: fc.string({ minLength: 1, maxLength: 30 }) }),
    { maxLength: 20 },
  ),
  ageFrom: fc.option(fc.integer({ min: 0, max: 120 })),
  ageTo: fc.option(fc.integer({ min: 0, max: 120 })),
}) satisfies fc.Arbitrary<NoticeWords & { divisionName: string }>

test('whatever was written: ninety seconds at most, both times the same words, no figure left', () => {
  fc.assert(
    fc.property(told, (n) => {
      const { text, seconds } = broadcastOf(n, now)
      expect(seconds).toBeLessThanOrEqual(LONGEST_SECONDS)
      expect(text).not.toMatch(/[0-9]/)
      const [first, second] = text
        .replace(/^各位居民请注意。/, '')
        .replace(/通知完毕。$/, '')
        .split('下面再说一遍。')
      expect(first).toBe(second)
    }),
  )
})
