import { sayEnd, saySpan, sayTime, startOfDay } from '../time.ts'
import { type NoticeCard, type NoticeStatus, type NoticeWords } from './contract.ts'
import { type Home, namesHome, sayAudience } from './audience-rules.ts'
import { kindLabels } from './labels.ts'

/** What a notice is for a reader at one moment: its stored status and the clock. */
export type Phase = 'draft' | 'current' | 'past' | 'withdrawn'

export type Listed = { status: NoticeStatus; listedUntil: number }

export function phaseOf(n: Listed, now: number): Phase {
  if (n.status !== 'published') return n.status
  return now < n.listedUntil ? 'current' : 'past'
}

type Urgent = Listed & { urgent: boolean; endsAt: number | null }

/** Whether 首页 bears it as a band: as long as it stands in the list and the matter is not over. */
export function isPressing(n: Urgent, now: number) {
  return n.urgent && phaseOf(n, now) === 'current' && (n.endsAt === null || now < n.endsAt)
}

/** What presses on a reader: not what is for some places only, when it is known that the reader lives in none of them. */
export function pressingFor<N extends NoticeCard>(items: readonly N[], homes: readonly Home[], now: number) {
  return items.filter((n) => isPressing(n, now) && namesHome(n, homes) !== false)
}

/** Those that name a reader's home before the others, but none before what is urgent for all; otherwise as they came. */
export function concernedFirst<N extends NoticeCard>(
  items: readonly N[],
  homes: readonly Home[],
  now: number,
) {
  const order = (n: N) => (isPressing(n, now) ? 2 : 0) + (namesHome(n, homes) ? 1 : 0)
  return items.toSorted((a, b) => order(b) - order(a))
}

/** When the matter itself is: `10月13日 周二 08:00 至 17:00`, `10月13日 周二 17:00 前`; null when it says no time. */
export function sayWhen(n: Pick<NoticeWords, 'startsAt' | 'endsAt'>, now: number) {
  if (n.startsAt !== null && n.endsAt !== null) return saySpan(n.startsAt, n.endsAt, now)
  if (n.startsAt !== null) return `${sayTime(n.startsAt, now)} 起`
  return n.endsAt === null ? null : `${sayEnd(n.endsAt, now)} 前`
}

type Carded = Omit<NoticeWords, 'body' | 'phone'> & {
  divisionName: string
  status: NoticeStatus
  correctedAt: number | null
}

/** The one date that matters: of what lasts for days, when it begins. */
function sayShortly(n: Pick<NoticeWords, 'startsAt' | 'endsAt'>, now: number) {
  const { startsAt, endsAt } = n
  const days = startsAt !== null && endsAt !== null && startOfDay(startsAt) !== startOfDay(endsAt - 1)
  return sayWhen(days ? { startsAt, endsAt: null } : n, now)
}

/** A group card: what it is, and the one date that matters with where or for whom. WeChat shows about two lines of 20 characters. */
export function cardLines(n: Carded, now: number): [string, string] {
  const mark = n.status === 'withdrawn' ? '已撤回：' : n.correctedAt === null ? '' : '更正：'
  const parts = [sayShortly(n, now) ?? kindLabels[n.kind], sayAudience(n, true), n.divisionName]
  return [`${mark}${n.title}`, parts.filter((part) => part !== null).join(' · ')]
}
