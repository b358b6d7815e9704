import { z } from 'zod/mini'
import { DivisionCode, Id, Instant } from './codes.ts'
import { DAY, HOUR, MINUTE, startOfDay } from './time.ts'

/** What can wait for somebody: each feature appends its own, and the client says where it is done. */
export const DueKind = z.enum([
  'activityDraft',
  'activityReview',
  'activityUndated',
  'activityReturned',
  'activitySoon',
  'activityOpen',
  'activityOffer',
  'activityWaiting',
  'activityComing',
  'activityChanged',
  'activityCancelled',
  'noticeDraft',
  'homeClaim',
  'homePending',
  'homeNeedMore',
  'homeEnding',
  'homeExpired',
  'seatAnswer',
  'contentLook',
  'cardCheck',
])
export type DueKind = z.output<typeof DueKind>

/** One thing that waits for this person. Its words hold for every instant: clocks are drawn from `until`. */
export const Due = z.strictObject({
  kind: DueKind,
  /** Of what it is about; with the kind it tells one due item from all others. */
  id: Id,
  title: z.string(),
  note: z.string(),
  /** The first instant at which it is late; null when nothing presses. */
  until: z.nullable(Instant),
  since: Instant,
  communityId: DivisionCode,
})
export type Due = z.output<typeof Due>

export type DueGroup = 'overdue' | 'today' | 'open'
export const dueGroups = ['overdue', 'today', 'open'] as const
export const DueCounts = z.strictObject({ overdue: z.int(), today: z.int(), open: z.int() })
export type DueCounts = z.output<typeof DueCounts>

/** The first instant that is no longer today. */
export const endOfToday = (now: number) => startOfDay(now) + DAY

export function groupOf(until: number | null, now: number): DueGroup {
  if (until === null) return 'open'
  if (until <= now) return 'overdue'
  return until <= endOfToday(now) ? 'today' : 'open'
}

/** What nothing presses stands last. Fifteen digits, as a cursor holds them. */
export const NEVER = 999_999_999_999_999
export const pressing = ({ until }: Pick<Due, 'until'>) => until ?? NEVER
/** The most pressing first; of two equal ones always the same. */
export function byPressing(a: Due, b: Due) {
  return pressing(a) - pressing(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function sayLength(ms: number) {
  if (ms >= DAY) return `${Math.floor(ms / DAY)} 天`
  if (ms >= HOUR) return `${Math.floor(ms / HOUR)} 小时`
  return `${Math.max(1, Math.floor(ms / MINUTE))} 分钟`
}
/** `还有 2 小时`, `已逾期 1 天`; null when nothing presses. */
export function sayClock(until: number | null, now: number) {
  if (until === null) return null
  return until > now ? `还有 ${sayLength(until - now)}` : `已逾期 ${sayLength(now - until)}`
}
