import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calendarData, file } from './calendar-data.mjs'
import { at } from './lib/paths.mjs'

test('the calendar that the server is delivered with is what the package says today', () => {
  const data = calendarData()
  expect(readFileSync(at(file), 'utf8')).toBe(data)
  const years = JSON.parse(data)
  expect(Object.keys(years)).toEqual(['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'])
  // Four days in which another package was wrong.
  expect(years[2018].off).toContain('2018-01-01')
  expect(years[2020].off).toContain('2020-01-31')
  expect(years[2020].work).not.toContain('2020-02-01')
  expect(years[2023].off).not.toContain('2023-01-03')
})
