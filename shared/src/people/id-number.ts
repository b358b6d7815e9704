import { shanghai } from '../time.ts'

/** Why a number is none that this rule takes; the words are beside the refusals that bear the same names. */
export type IdNumberObstacle = 'fifteenDigits' | 'otherDocument' | 'notEighteen' | 'noSuchDay' | 'wrongCheck'

/** GB 11643-1999, check character by ISO 7064 MOD 11-2. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** As people type it: full-width digits, spaces between, a small x. */
export function normalizeIdNumber(typed: string) {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/**
 * Why this is no resident identity number, or null; `number` is normalized. The first six digits are not asked
 * about: Taizhou was parted from Yangzhou in 1996, and people come from everywhere.
 */
export function obstacleToIdNumber(number: string, now: number): IdNumberObstacle | null {
  if (/^\d{15}$/.test(number)) return 'fifteenDigits'
  // Residence permits of Hong Kong, Macao and Taiwan residents (81, 82, 83), foreigners' permanent residence cards
  // (18 digits from 9, three letters before 2023), passports: other rules, not this one.
  if (/^(8[123]|9)\d{15,16}[\dX]$/.test(number) || /^[A-Z]{1,3}\d{7,12}$/.test(number)) return 'otherDocument'
  if (!/^\d{17}[\dX]$/.test(number)) return 'notEighteen'
  if (!isPastDay(bornOn(number), now)) return 'noSuchDay'
  return number.at(-1) === checkOf(number) ? null : 'wrongCheck'
}

export type Day = { year: number; month: number; day: number }

export function bornOn(number: string): Day {
  return {
    year: Number(number.slice(6, 10)),
    month: Number(number.slice(10, 12)),
    day: Number(number.slice(12, 14)),
  }
}
/** The 17th digit is odd for men. */
export function sexOf(number: string): 'male' | 'female' {
  return Number(number[16]) % 2 === 1 ? 'male' : 'female'
}
/** Full years of whoever bears this number. */
export function ageOf(number: string, now: number) {
  return yearsSince(bornOn(number), now)
}
/** Full years; who was born on 29 February is a year older on 1 March where there is none. */
export function yearsSince(born: Day, now: number) {
  const today = shanghai(now)
  const before = today.month < born.month || (today.month === born.month && today.day < born.day)
  return today.year - born.year - (before ? 1 : 0)
}
/** `321200**********13`: the first six and the last two. */
export function maskIdNumber(number: string) {
  return `${number.slice(0, 6)}**********${number.slice(-2)}`
}
/** `张**`: the family name; with a single character nothing is left to show. */
export function maskName(name: string) {
  const [first = '', ...rest] = Array.from(name)
  return rest.length === 0 ? '*' : `${first}${'*'.repeat(Math.min(rest.length, 3))}`
}

/** The check character that belongs to the first seventeen digits. */
export function checkOf(number: string) {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return CHECKS[sum % 11]
}
/** Whether the calendar has this day, and it has begun. */
export function isPastDay({ year, month, day }: Day, now: number) {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const today = shanghai(now)
  const past = year * 10_000 + month * 100 + day <= today.year * 10_000 + today.month * 100 + today.day
  return real && year >= 1900 && past
}
