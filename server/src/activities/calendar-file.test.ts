import { activityCalendar } from '@tmt/shared/activities/calendar-contract.ts'
import { atShanghai, HOUR } from '@tmt/shared/time.ts'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { calendarFile } from './calendar-file.ts'
import { cancel, setHidden } from './store.ts'
import { post } from './testing/activity.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const starts = atShanghai(2026, 12, 31, 23, 30)
const held = {
  id: '01890000-0000-7000-8000-000000000001',
  title: '剪纸课',
  body: '材料免费。',
  riskNotice: '',
  place: '活动室',
  communityName: '东安社区',
  startsAt: starts,
  endsAt: starts + HOUR,
  changedAt: starts - HOUR,
  version: 3,
  status: 'published' as const,
  cancelReason: null,
}
/** As another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
  const value = (name: string) => event.component.getFirstPropertyValue(name)
  return { event, value }
}

test('another program reads the times in Shanghai, the version and the words', () => {
  const { event, value } = read(calendarFile(held))
  expect(event.uid).toBe(`${held.id}@taimintong`)
  expect(event.sequence).toBe(2)
  expect(value('status')).toBe('CONFIRMED')
  expect(event.startDate.toString()).toBe('2026-12-31T23:30:00')
  expect(event.startDate.toJSDate().getTime()).toBe(starts)
  expect(event.endDate.toJSDate().getTime()).toBe(starts + HOUR)
  expect([event.summary, event.location, event.description]).toEqual([
    '剪纸课',
    '东安社区 活动室',
    '材料免费。',
  ])
})

test('what was called off says so, and why', () => {
  const { event, value } = read(
    calendarFile({ ...held, status: 'cancelled', cancelReason: '有大雨', version: 4 }),
  )
  expect(event.uid).toBe(`${held.id}@taimintong`)
  expect(event.sequence).toBe(3)
  expect(value('status')).toBe('CANCELLED')
  expect(event.description).toBe('已取消：有大雨\n材料免费。')
})

test('any words come through whole, in lines of at most 75 octets that end with CRLF', () => {
  const character = fc.oneof(
    fc.constantFrom(';', ',', '\\', ':', '"', '\n', 'BEGIN:VEVENT', '银', '🌿', '泰州'),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  )
  const words = fc
    .array(character, { minLength: 1, maxLength: 200 })
    .map((parts) => `x${parts.join('').replace(/[\p{Cc}\p{Cs}]/gu, (c) => (c === '\n' ? c : ''))}x`)
  fc.assert(
    fc.property(words, words, (title, body) => {
      const text = calendarFile({ ...held, title, body })
      expect(text.endsWith('\r\n')).toBe(true)
      const lines = text.split('\r\n')
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
      }
      const { event } = read(text)
      expect([event.summary, event.description]).toEqual([title, body])
    }),
  )
})

const ask = (id: string, headers: Record<string, string> = {}) =>
  house.app.request(`/api${activityCalendar.path.replace(':id', id)}`, { headers })

test('anybody gets the file of what is public, and 304 until it changes', async () => {
  const id = await post(house, { title: '太极拳' })
  const first = await ask(id)
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(read(await first.text()).event.summary).toBe('太极拳')
  const etag = first.headers.get('etag')!
  expect((await ask(id, { 'if-none-match': etag })).status).toBe(304)
  await house.store.write((tx) => cancel(tx, id, '有大雨', house.clock.now))
  const second = await ask(id, { 'if-none-match': etag })
  expect(second.status).toBe(200)
  expect(read(await second.text()).value('status')).toBe('CANCELLED')
})

test('a draft, what is hidden and what is not there are not found; a wrong id is refused', async () => {
  const draft = await post(house, { publish: false })
  const hidden = await post(house)
  await house.store.write((tx) => setHidden(tx, hidden, '待复核'))
  for (const id of [draft, hidden, '01890000-0000-7000-8000-00000000dead'])
    expect((await ask(id)).status).toBe(404)
  expect((await ask('1')).status).toBe(422)
})
