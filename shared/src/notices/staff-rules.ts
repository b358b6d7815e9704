import { DAY } from '../time.ts'
import type { Level } from '../divisions/contract.ts'
import type { Role } from '../people/contract.ts'
import type { NoticeFacts, NoticeStatus, NoticeWords } from './contract.ts'
import { agesOutOfOrder } from './audience-rules.ts'
import type { Listed } from './rules.ts'

type ByLevel = Record<Level, readonly Role[]>

const write: ByLevel = {
  community: ['worker', 'committee'],
  town: ['town'],
  district: ['district'],
  city: ['city'],
}

/** In a community the committee lets out what a worker wrote. */
const publish: ByLevel = { ...write, community: ['committee'] }

/** The town looks after what its communities say, and may take it back. */
const withdraw: ByLevel = { ...publish, community: ['committee', 'town'] }

/** Which roles over a unit may do what with its notices (《领域规格》 §2.3). */
export const noticeRoles = { write, publish, withdraw }

/** Who has read a notice that is withdrawn should come across that: it stays in the list for some days. */
const WITHDRAWN_FOR = 3 * DAY

export function listedUntilWithdrawn(n: { listedUntil: number }, now: number) {
  return Math.min(n.listedUntil, now + WITHDRAWN_FOR)
}

const LONGEST = 3 * 366 * DAY

/** What is always urgent is never looked at. */
const LONGEST_URGENT = 14 * DAY

type Times = Pick<NoticeFacts, 'startsAt' | 'endsAt' | 'validUntil' | 'ageFrom' | 'ageTo'>

/** A mobile or identity number: nobody's is made public (《领域规格》 §13.1 第 9 条). */
export function holdsPrivateNumber(words: string) {
  return /(^|\D)(1[3-9]\d(?:[ -]?\d{4}){2}|\d{17}[\dXx])(?!\d)/.test(words)
}

/** Why these facts can't be kept even as a draft, or null. */
export function obstacleToDraft({ startsAt, endsAt, validUntil, ...ages }: Times) {
  if (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt) return 'endsBeforeStart'
  if (validUntil < Math.max(startsAt ?? 0, endsAt ?? 0)) return 'expiresEarly'
  return agesOutOfOrder(ages) ? 'agesOutOfOrder' : null
}

/** Why these facts can't be made public, or null. */
export function obstacleToPublish(f: Omit<NoticeFacts, 'kind' | 'pinned' | 'phone'>, now: number) {
  const obstacle = obstacleToDraft(f)
  if (obstacle) return obstacle
  if (f.validUntil <= now) return 'alreadyOver'
  if (f.validUntil > now + LONGEST) return 'tooLong'
  if (f.urgent && f.validUntil > now + LONGEST_URGENT) return 'urgentTooLong'
  return holdsPrivateNumber(`${f.title}\n${f.body}`) ? 'privateNumber' : null
}

/** Of those that stand in a list, the higher comes first. */
export function rankOf({ urgent, pinned }: { urgent: boolean; pinned: boolean }) {
  return (urgent ? 2 : 0) + (pinned ? 1 : 0)
}

/** What people read of it. */
export function wordsOf(n: NoticeWords): NoticeWords {
  const { kind, title, body, startsAt, endsAt, phone, places, ageFrom, ageTo } = n
  return { kind, title, body, startsAt, endsAt, phone, places, ageFrom, ageTo }
}

type Standing = Listed & NoticeWords & { validUntil: number; urgent: boolean; pinned: boolean }

/** The facts of a notice that stands, as a form sends them. */
export function factsOf(n: Omit<Standing, 'status' | 'listedUntil'>): NoticeFacts {
  return {
    kind: n.kind,
    title: n.title,
    body: n.body,
    startsAt: n.startsAt ?? undefined,
    endsAt: n.endsAt ?? undefined,
    validUntil: n.validUntil,
    urgent: n.urgent,
    pinned: n.pinned,
    phone: n.phone ?? undefined,
    places: n.places.length > 0 ? n.places.map(({ code }) => code) : undefined,
    ageFrom: n.ageFrom ?? undefined,
    ageTo: n.ageTo ?? undefined,
  }
}

const compared = [
  'kind',
  'title',
  'body',
  'startsAt',
  'endsAt',
  'validUntil',
  'urgent',
  'pinned',
  'phone',
  'ageFrom',
  'ageTo',
] as const satisfies (keyof NoticeFacts)[]

/** In whatever order they were picked. */
const samePlaces = (a: readonly string[] = [], b: readonly string[] = []) =>
  a.toSorted().join() === b.toSorted().join()

/** Why a published notice can't be corrected to these facts, or null. */
export function obstacleToCorrect(n: Standing, f: NoticeFacts, note: string, now: number) {
  if (n.status !== 'published') return n.status === 'draft' ? 'notPublished' : 'withdrawn'
  if (now >= n.listedUntil) return 'expired'
  const was = factsOf(n)
  if (compared.every((name) => was[name] === f[name]) && samePlaces(was.places, f.places))
    return 'nothingChanged'
  return holdsPrivateNumber(note) ? 'privateNumber' : obstacleToPublish(f, now)
}

export function obstacleToWithdraw(n: { status: NoticeStatus }, reason = '') {
  if (n.status !== 'published') return n.status === 'draft' ? 'notPublished' : 'withdrawn'
  return holdsPrivateNumber(reason) ? 'privateNumber' : null
}

const readNames: Record<keyof NoticeWords, string> = {
  kind: '类别',
  title: '标题',
  body: '内容',
  startsAt: '时间',
  endsAt: '时间',
  phone: '电话',
  places: '面向谁',
  ageFrom: '面向谁',
  ageTo: '面向谁',
}

/** What a reader finds different, by name: `['时间', '内容']`. */
export function changesBetween(before: NoticeWords, after: NoticeWords): string[] {
  const keys = Object.keys(readNames) as (keyof NoticeWords)[]
  const differs = (key: keyof NoticeWords) => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  return [...new Set(keys.filter(differs).map((key) => readNames[key]))]
}
