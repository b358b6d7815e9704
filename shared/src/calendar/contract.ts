import { z } from 'zod/mini'
import { Instant } from '../codes.ts'
import { query } from '../contract.ts'

export const KnownYear = z.strictObject({
  year: z.int(),
  /** When an administrator entered it; null for a year that came with the program. */
  loadedAt: z.nullable(Instant),
})
export const knownYears = query('calendar.years', {
  get: '/calendar/years',
  by: 'staff',
  audience: 'staff',
  summary: '工作日历有哪些年份，缺哪一年（市级）',
  output: z.strictObject({
    items: z.array(KnownYear),
    /** The year that should be there by now and is not: deadlines that reach into it are provisional. */
    missing: z.nullable(z.int()),
  }),
})
export const getToday = query('calendar.today', {
  get: '/calendar/today',
  by: 'guest',
  audience: 'public',
  summary: '今天是不是工作日，下一个工作日是哪天',
  output: z.strictObject({
    /** Midnight, Asia/Shanghai, of the day that this was asked. */
    day: Instant,
    working: z.boolean(),
    /** Midnight of the next working day after today. */
    next: Instant,
    /** The days off of one of the two years are not loaded: Monday to Friday is assumed. */
    provisional: z.boolean(),
  }),
})
export const calendarEndpoints = [knownYears, getToday] as const
