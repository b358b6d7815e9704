import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getToday, knownYears } from '@tmt/shared/calendar/contract.ts'
import { atShanghai, startOfDay } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { runProgram } from '../testing/program.ts'
import { listYears, loadCalendar } from './store.ts'

let house: TestHouse
const file = join(tmpdir(), `calendar-${process.pid}.json`)
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  rmSync(file, { force: true })
  await house.close()
})
const load = (content: unknown, year = '2027') => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return runProgram('load-year.ts', house.databaseUrl, ['--year', year, '--file', file])
}
const rows = () =>
  house.store.read.select().from(auditEntries).where(eq(auditEntries.action, 'calendar.loadYear'))
const days = { off: ['2027-10-01', '2027-01-01'], work: ['2027-02-20'] }

test('the years of the program are known; from December on the city is told that the next one is missing', async () => {
  const token = await house.signIn('city')
  const { body } = await house.ask(knownYears, {}, { token })
  expect(body.items.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  expect(body.missing).toBe(2027)
  house.clock.now = atShanghai(2026, 11, 24, 9)
  expect((await house.ask(knownYears, {}, { token })).body.missing).toBeNull()
  house.clock.now = atShanghai(2026, 12, 1, 10)
})

test.each([
  ['no JSON', '{', /读不到，或不是 JSON/],
  ['not two lists', { off: [] }, /要有 off 和 work/],
  ['a day of another year', { ...days, off: ['2026-01-01'] }, /2026-01-01 不是 2027 年/],
])('what is wrong with a file is told, and nothing is written: %s', async (_why, content, says) => {
  const { code, said } = await load(content)
  expect(code).toBe(1)
  expect(said).toMatch(says)
  expect(await loadCalendar(house.store.read)).not.toHaveProperty('2027')
  expect(await rows()).toEqual([])
})
test.each([[['--year', '27', '--file', file]], [['--year', '2027']], [['--file', file, '--day', '1']]])(
  'it says how it is used: %j',
  async (args) => {
    const { code, said } = await runProgram('load-year.ts', house.databaseUrl, args)
    expect([code, said.startsWith('用法：npm run calendar')]).toEqual([1, true])
  },
)

test.each([
  ['National Day', atShanghai(2026, 10, 1), false, atShanghai(2026, 10, 8), false],
  ['a Saturday of work', atShanghai(2026, 10, 10, 23), true, atShanghai(2026, 10, 12), false],
  ['a Tuesday', atShanghai(2026, 12, 1, 10), true, atShanghai(2026, 12, 2), false],
  ['the last day of what is known', atShanghai(2026, 12, 31), true, atShanghai(2027, 1, 1), true],
])('everybody is told whether people work today: %s', async (_day, now, working, next, provisional) => {
  house.clock.now = now
  const day = startOfDay(now)
  expect((await house.ask(getToday, {})).body).toEqual({ day, working, next, provisional })
  house.clock.now = atShanghai(2026, 12, 1, 10)
})

test('an administrator loads a year; again the same changes nothing, another one stands instead', async () => {
  expect(await load(days)).toEqual({ code: 0, said: '已载入 2027 年：放假 2 天，调休上班 1 天\n' })
  expect(await load({ ...days, off: days.off.toReversed() })).toEqual({
    code: 0,
    said: '2027 年的工作日历没有变化\n',
  })
  expect(await rows()).toMatchObject([
    { subject: '2027', actorId: null, outcome: 'done', details: { ...days, off: days.off.toSorted() } },
  ])
  const { code } = await load({ ...days, work: [] })
  expect([code, (await rows()).length]).toEqual([0, 2])
  const entered = (await listYears(house.store.read)).filter(({ loadedAt }) => loadedAt !== null)
  expect(entered).toMatchObject([{ year: 2027, days: { off: ['2027-01-01', '2027-10-01'], work: [] } }])
  const { body } = await house.ask(knownYears, {}, { token: await house.signIn('city') })
  expect(body.missing).toBeNull()
  expect(body.items.at(-1)!.loadedAt).toBeGreaterThan(0)
})
