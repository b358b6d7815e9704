import { type Kind, NoticeFacts } from '@tmt/shared/notices/contract.ts'
import {
  correctNotice,
  createNotice,
  editNotice,
  type ManagedNotice,
} from '@tmt/shared/notices/staff-contract.ts'
import { obstacleToCorrect, obstacleToDraft, obstacleToPublish } from '@tmt/shared/notices/staff-rules.ts'
import { Refused } from '../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'

/** What the form holds: like the facts, but what is not filled in yet is null or ''. */
export type FormValue = {
  kind: Kind | null
  title: string
  body: string
  startsAt: number | null
  endsAt: number | null
  validUntil: number | null
  urgent: boolean
  pinned: boolean
  phone: string
  /** Codes of 小区 and grids. */
  places: string[]
  /** Whole years as they are typed; '' where that end is open. */
  ageFrom: string
  ageTo: string
  /** What a correction says of itself; '' for anything else. */
  note: string
  /** The version that a change was made from; null for a new notice. */
  version: number | null
}
export const emptyForm = (phone: string | null): FormValue => ({
  kind: null,
  title: '',
  body: '',
  startsAt: null,
  endsAt: null,
  validUntil: null,
  urgent: false,
  pinned: false,
  phone: phone ?? '',
  places: [],
  ageFrom: '',
  ageTo: '',
  note: '',
  version: null,
})
export function formOf(n: ManagedNotice): FormValue {
  const { kind, title, body, startsAt, endsAt, validUntil, urgent, pinned, phone, version } = n
  const facts = { kind, title, body, startsAt, endsAt, validUntil, urgent, pinned }
  const audience = {
    places: n.places.map(({ code }) => code),
    ageFrom: n.ageFrom?.toString() ?? '',
    ageTo: n.ageTo?.toString() ?? '',
  }
  return { ...facts, ...audience, phone: phone ?? '', note: '', version }
}

export const fieldNames: Record<keyof NoticeFacts | 'note', string> = {
  note: '改了什么',
  kind: '类别',
  title: '标题',
  body: '内容',
  startsAt: '开始时间',
  endsAt: '结束时间',
  validUntil: '挂到',
  urgent: '紧急',
  pinned: '置顶',
  phone: '联系电话',
  places: '只给哪些小区、网格',
  ageFrom: '只给多少岁以上',
  ageTo: '只给多少岁以下',
}
/** Whether two forms hold the same facts, whatever versions they were made from. */
export function saysTheSame(one: FormValue, other: FormValue) {
  const names = Object.keys(fieldNames) as (keyof typeof fieldNames)[]
  const same = (name: (typeof names)[number]) => String(one[name]) === String(other[name])
  return names.every((name) => name === 'note' || same(name))
}
const words: FieldErrors = {
  note: '请写改了什么，2 到 100 个字，居民会看到',
  kind: '请选一类',
  title: '请写标题，2 到 30 个字',
  body: '请写内容，2 到 2000 个字',
  validUntil: '请选挂到什么时候',
  phone: '请填办公电话，例如 0523-86600000、95598；不填也行',
  places: '最多选 20 个小区和网格；要发给更多，不选就是全村（社区）',
  ageFrom: '请填 0 到 120 的整数，或者不填',
  ageTo: '请填 0 到 120 的整数，或者不填',
}
/** The field that a refused rule speaks of. */
const fieldOf: Partial<Record<string, keyof typeof fieldNames>> = {
  endsBeforeStart: 'endsAt',
  expiresEarly: 'validUntil',
  alreadyOver: 'validUntil',
  tooLong: 'validUntil',
  urgentTooLong: 'validUntil',
  privateNumber: 'body',
  nothingChanged: 'note',
  agesOutOfOrder: 'ageTo',
  wrongPlace: 'places',
}
const titles: Partial<Record<string, { title: string }>> = {
  ...createNotice.refusals,
  ...editNotice.refusals,
  ...correctNotice.refusals,
}

/** What is sent for: a draft, a publication, or a correction of one that stands. */
export type Purpose =
  | { kind: 'draft' }
  | { kind: 'publish' }
  | { kind: 'correct'; notice: ManagedNotice; note: string }
type Checked = { facts: NoticeFacts; errors: null } | { facts: null; errors: FieldErrors }

const ageOf = (typed: string) => (typed.trim() === '' ? undefined : Number(typed))

/** The facts as they will be sent, or what is wrong with which field: first the schema, then the rules of the server. */
export function checkFacts(value: FormValue, purpose: Purpose, now: number): Checked {
  const { version: _, note, ...rest } = value
  const facts = {
    ...rest,
    kind: rest.kind ?? undefined,
    title: rest.title.trim(),
    body: rest.body.trim(),
    startsAt: rest.startsAt ?? undefined,
    endsAt: rest.endsAt ?? undefined,
    validUntil: rest.validUntil ?? undefined,
    phone: rest.phone.trim() || undefined,
    places: rest.places.length > 0 ? rest.places : undefined,
    ageFrom: ageOf(rest.ageFrom),
    ageTo: ageOf(rest.ageTo),
  }
  const correcting = purpose.kind === 'correct'
  const errors = {
    ...(correcting && note.trim().length < 2 ? { note: words.note! } : {}),
    ...checkForm(NoticeFacts, facts, words),
  }
  if (Object.keys(errors).length > 0) return { facts: null, errors }
  const checked = facts as NoticeFacts
  const obstacle = correcting
    ? obstacleToCorrect(purpose.notice, checked, note, now)
    : purpose.kind === 'publish'
      ? obstacleToPublish(checked, now)
      : obstacleToDraft(checked)
  const field = obstacle === null ? undefined : fieldOf[obstacle]
  return field
    ? { facts: null, errors: { [field]: titles[obstacle!]!.title } }
    : { facts: checked, errors: null }
}

/** Where a refusal belongs in the form; empty when it belongs to no field. */
export function errorsOf(error: Error | null): FieldErrors {
  if (!(error instanceof Refused)) return {}
  const field = fieldOf[error.code]
  return field ? { [field]: error.title } : error.fields
}
