import { type Category } from '@tmt/shared/activities/contract.ts'
import {
  ActivityFacts,
  MAX_CAPACITY,
  type ActivityDetail,
  type Residency,
} from '@tmt/shared/activities/detail-contract.ts'
import { createActivity, editActivity } from '@tmt/shared/activities/staff-contract.ts'
import {
  obstacleToDraft,
  obstacleToEdit,
  obstacleToPoster,
  obstacleToPublish,
} from '@tmt/shared/activities/rules.ts'
import { obstacleToLimits } from '@tmt/shared/activities/limit-rules.ts'
import { Refused } from '../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'
import { limitNames, limitsOf, type LimitValue, limitWords, noLimits, sentLimits } from './limit-value.ts'

/** What the form holds: like the facts, but what is not filled in yet is null or ''. */
export type FormValue = {
  title: string
  category: Category | null
  body: string
  place: string
  startsAt: number | null
  endsAt: number | null
  signupClosesAt: number | null
  capacity: string
  residencyRequired: Residency
  riskNotice: string
  /** The file of a picture, what it shows, and where it is fetched from while it is being written about. */
  poster: string | null
  posterAlt: string
  posterShown: string | null
  /** The version that an edit was made from; null for a new activity. */
  version: number | null
  /** Why the time or the place changes. */
  reason: string
} & LimitValue
export const emptyForm: FormValue = {
  title: '',
  category: null,
  body: '',
  place: '',
  startsAt: null,
  endsAt: null,
  signupClosesAt: null,
  capacity: '',
  residencyRequired: 'none',
  riskNotice: '',
  poster: null,
  posterAlt: '',
  posterShown: null,
  version: null,
  reason: '',
  ...noLimits,
}
export function formOf(a: ActivityDetail): FormValue {
  const {
    title,
    category,
    body,
    place,
    startsAt,
    endsAt,
    signupClosesAt,
    residencyRequired,
    riskNotice,
    version,
  } = a
  return {
    title,
    category,
    body,
    place,
    startsAt,
    endsAt,
    signupClosesAt,
    capacity: String(a.capacity),
    residencyRequired,
    riskNotice,
    poster: a.poster?.file ?? null,
    posterAlt: a.poster?.alt ?? '',
    posterShown: a.poster?.thumbnail ?? null,
    version,
    reason: '',
    ...limitsOf(a),
  }
}

/** The same once more: when, and with which picture, is chosen anew. */
export function copyOf(a: ActivityDetail): FormValue {
  const { startsAt, endsAt, signupClosesAt, poster, posterAlt, posterShown, version } = emptyForm
  return { ...formOf(a), startsAt, endsAt, signupClosesAt, poster, posterAlt, posterShown, version }
}

/** Whether two forms say the same of an activity, whatever version they were made from. */
export function saysTheSame(one: FormValue, other: FormValue) {
  const names = (Object.keys(fieldNames) as FieldName[]).filter((name) => name !== 'reason')
  return names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
}

type FieldName = keyof ActivityFacts | 'reason'
export const fieldNames: Record<FieldName, string> = {
  ...limitNames,
  title: '名称',
  category: '类别',
  body: '内容',
  place: '地点',
  startsAt: '开始时间',
  endsAt: '结束时间',
  signupClosesAt: '报名截止',
  capacity: '名额',
  residencyRequired: '谁能参加',
  riskNotice: '请注意',
  poster: '配图',
  posterAlt: '图片说明',
  reason: '改时间、地点的原因',
}
const words: FieldErrors = {
  title: '请写名称，2 到 40 个字',
  category: '请选一类',
  body: '请写活动做什么，最多 2000 字',
  place: '请写地点，2 到 80 个字',
  startsAt: '请选开始时间',
  endsAt: '请选结束时间',
  signupClosesAt: '请选报名截止时间',
  capacity: `请填 1 到 ${MAX_CAPACITY} 的整数`,
  riskNotice: '最多 300 字，不能有特殊符号',
  posterAlt: '请写图片上有什么，最多 60 字',
  ...limitWords,
}
/** The field that a refused rule speaks of. */
const fieldOf: Partial<Record<string, FieldName>> = {
  startsInPast: 'startsAt',
  tooFar: 'startsAt',
  endsBeforeStart: 'endsAt',
  lasts: 'endsAt',
  endsInPast: 'endsAt',
  signupClosesLate: 'signupClosesAt',
  signupClosesPast: 'signupClosesAt',
  capacityBelowConfirmed: 'capacity',
  reasonMissing: 'reason',
  agesReversed: 'maxAge',
  accessibilityMissing: 'accessibility',
  outOfCity: 'gcj02',
  reliefPicture: 'poster',
  posterAltMissing: 'posterAlt',
  posterGone: 'poster',
}
const titles: Partial<Record<string, { title: string }>> = {
  ...createActivity.refusals,
  ...editActivity.refusals,
}

/** What is sent for: a draft or a publication of a new one, or a change of one that stands. */
export type Purpose = { kind: 'draft' } | { kind: 'publish' } | { kind: 'edit'; activity: ActivityDetail }
type Checked = { facts: ActivityFacts; errors: null } | { facts: null; errors: FieldErrors }

/** The facts as they will be sent, or what is wrong with which field: first the schema, then the rules of the server. */
export function checkFacts(value: FormValue, purpose: Purpose, now: number): Checked {
  const { poster, posterAlt } = value
  const { title, category, body, place, startsAt, endsAt, signupClosesAt, residencyRequired, riskNotice } =
    value
  const candidate = {
    title,
    category,
    body,
    place,
    startsAt,
    endsAt,
    signupClosesAt,
    residencyRequired,
    riskNotice,
    ...sentLimits(value),
    capacity: value.capacity === '' ? undefined : Number(value.capacity),
    ...(poster !== null && { poster, ...(posterAlt.trim() !== '' && { posterAlt }) }),
  }
  const errors = checkForm(ActivityFacts, candidate, words)
  if (Object.keys(errors).length > 0) return { facts: null, errors }
  const facts = candidate as ActivityFacts
  const times =
    purpose.kind === 'edit'
      ? obstacleToEdit(purpose.activity, facts, now)
      : purpose.kind === 'publish'
        ? obstacleToPublish(facts, now)
        : obstacleToDraft(facts)
  const obstacle = times ?? obstacleToPoster(facts) ?? obstacleToLimits(facts)
  const field = obstacle === null ? undefined : fieldOf[obstacle]
  return field ? { facts: null, errors: { [field]: titles[obstacle!]!.title } } : { facts, errors: null }
}

/** Where a refusal belongs in the form; empty when it belongs to no field. */
export function errorsOf(error: Error | null): FieldErrors {
  if (!(error instanceof Refused)) return {}
  const field = fieldOf[error.code]
  return field ? { [field]: error.title } : error.fields
}
