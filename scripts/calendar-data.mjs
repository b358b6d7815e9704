import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import chineseDays from 'chinese-days'
import { at } from './lib/paths.mjs'

/** The years that the package knows; of any other it says, without a word, Monday to Friday. */
const FIRST = 2018
const LAST = 2026
export const file = 'server/src/calendar/data/years.json'

/** @param {number} year */
function daysOf(year) {
  const [off, work] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])]
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const weekend = [0, 6].includes(new Date(at).getUTCDay())
    const works = chineseDays.isWorkday(day)
    if (weekend && works) work.push(day)
    if (!weekend && !works) off.push(day)
  }
  if (off.length === 0) throw new Error(`chinese-days has no ${year}`)
  return { off, work }
}

/** The text of the file: how each year differs from Monday to Friday. */
export function calendarData() {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i)
  const lines = years.map((year) => `  "${year}": ${JSON.stringify(daysOf(year))}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

// Writes the days off that the server is delivered with, from the package that was found to be right.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(at(file), calendarData())
