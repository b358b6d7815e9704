import { categoryRules } from '@tmt/shared/activities/categories.ts'
import type { Category } from '@tmt/shared/activities/contract.ts'
import type { Accessibility, ActivityFacts, Gender, limits } from '@tmt/shared/activities/detail-contract.ts'
import type { FieldErrors } from '../../platform/form.ts'

type Limit = keyof typeof limits
type Limits = Pick<ActivityFacts, Limit>
/** What the form holds of who may come: numbers and the point as they are typed. */
export type LimitValue = {
  waitlistCapacity: string
  householdLimit: string
  minAge: string
  maxAge: string
  gender: Gender | 'all'
  realNameRequired: boolean
  guardianRequired: boolean
  insuranceRequired: boolean
  healthPledge: boolean
  drill: boolean
  accessibility: readonly Accessibility[]
  /** `32.4906, 119.9229` */
  gcj02: string
}
export const noLimits: LimitValue = {
  waitlistCapacity: '',
  householdLimit: '',
  minAge: '',
  maxAge: '',
  gender: 'all',
  realNameRequired: false,
  guardianRequired: false,
  insuranceRequired: false,
  healthPledge: false,
  drill: false,
  accessibility: [],
  gcj02: '',
}
const typed = (n: number | undefined) => (n === undefined ? '' : String(n))

export function limitsOf(a: Limits): LimitValue {
  return {
    waitlistCapacity: typed(a.waitlistCapacity),
    householdLimit: typed(a.householdLimit),
    minAge: typed(a.minAge),
    maxAge: typed(a.maxAge),
    gender: a.gender ?? 'all',
    realNameRequired: a.realNameRequired ?? false,
    guardianRequired: a.guardianRequired ?? false,
    insuranceRequired: a.insuranceRequired ?? false,
    healthPledge: a.healthPledge ?? false,
    drill: a.drill ?? false,
    accessibility: a.accessibility ?? [],
    gcj02: a.gcj02 ? `${a.gcj02.lat}, ${a.gcj02.lng}` : '',
  }
}

const number = (text: string) => (text === '' ? undefined : Number(text))
/** Two numbers, the latitude first, parted by a comma or a space; what is none is sent on and refused. */
function pointOf(text: string) {
  if (text.trim() === '') return undefined
  const [lat, lng, ...more] = text
    .split(/[,，\s]+/)
    .filter(Boolean)
    .map(Number)
  return more.length > 0 ? null : { lat, lng }
}
/** The limits as they are sent: what limits nobody is left out. */
export function sentLimits(value: LimitValue) {
  const all = {
    waitlistCapacity: number(value.waitlistCapacity),
    householdLimit: number(value.householdLimit),
    minAge: number(value.minAge),
    maxAge: number(value.maxAge),
    gender: value.gender === 'all' ? undefined : value.gender,
    realNameRequired: value.realNameRequired || undefined,
    guardianRequired: value.guardianRequired || undefined,
    insuranceRequired: value.insuranceRequired || undefined,
    healthPledge: value.healthPledge || undefined,
    drill: value.drill || undefined,
    accessibility: value.accessibility.length > 0 ? [...value.accessibility] : undefined,
    gcj02: pointOf(value.gcj02),
  }
  return Object.fromEntries(Object.entries(all).filter(([, set]) => set !== undefined))
}

/** What is usual for a category is filled in; what somebody chose otherwise stays. */
export function propose(value: LimitValue, before: Category | null, next: Category): Partial<LimitValue> {
  const usual = (category: Category | null) =>
    limitsOf(category === null ? {} : categoryRules[category].proposes)
  const [was, is] = [usual(before), usual(next)]
  const untouched = (Object.keys(noLimits) as (keyof LimitValue)[]).filter(
    (name) => JSON.stringify(value[name]) === JSON.stringify(was[name]),
  )
  return Object.fromEntries(untouched.map((name) => [name, is[name]]))
}

export const limitNames: Record<Limit, string> = {
  waitlistCapacity: '候补名额',
  householdLimit: '每户最多几人',
  minAge: '最小年龄',
  maxAge: '最大年龄',
  gender: '性别',
  realNameRequired: '要实名',
  guardianRequired: '家长一起来',
  insuranceRequired: '要有意外保险',
  healthPledge: '要承诺身体可以',
  accessibility: '场地的无障碍条件',
  gcj02: '地图上的位置',
  drill: '这是演练',
}
export const limitWords: FieldErrors = {
  waitlistCapacity: '请填 0 到 10000 的整数，或者不填',
  householdLimit: '请填 1 到 20 的整数，或者不填',
  minAge: '请填 0 到 120 的整数，或者不填',
  maxAge: '请填 0 到 120 的整数，或者不填',
  gcj02: '请照“32.4906, 119.9229”这样填：纬度、逗号、经度，或者不填',
  'gcj02.lat': '请照“32.4906, 119.9229”这样填：纬度、逗号、经度，或者不填',
  'gcj02.lng': '请照“32.4906, 119.9229”这样填：纬度、逗号、经度，或者不填',
}
