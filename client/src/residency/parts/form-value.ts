import {
  claimResidency,
  type Evidence,
  type Kind,
  type MyResidency,
  ResidencyFacts,
} from '@tmt/shared/residency/contract.ts'
import { obstacleToFacts } from '@tmt/shared/residency/rules.ts'
import { Refused } from '../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../platform/form.ts'

/** What the form holds: what is not filled in yet is null or ''. */
export type HomeForm = {
  place: string
  door: string
  kind: Kind | null
  since: number | null
  evidence: Evidence | null
  /** '' for none. */
  certTail: string
  /** The version that a change was made from; null for a new one. */
  version: number | null
}
export const emptyForm: HomeForm = {
  place: '',
  door: '',
  kind: null,
  since: null,
  evidence: null,
  certTail: '',
  version: null,
}
export function formOf({ place, door, kind, since, evidence, certTail, version }: MyResidency): HomeForm {
  return { place, door, kind, since, evidence, certTail: certTail ?? '', version }
}
export const fieldNames: Record<keyof ResidencyFacts, string> = {
  place: '楼栋或小组',
  door: '门牌',
  kind: '怎么住',
  since: '从哪天起',
  evidence: '可以出示什么',
  certTail: '证号的最后几位',
}
const words: FieldErrors = {
  place: '请选楼栋或小组',
  door: '请写门牌，例如 2单元301室',
  kind: '请选一项',
  since: '请选日子，记不清的选大概的日子',
  evidence: '请选一样',
  certTail: '请写不动产权证号的最后 4 到 6 位',
}
const fieldOf: Partial<Record<string, keyof ResidencyFacts>> = {
  noSuchPlace: 'place',
  sinceLater: 'since',
  certNeeded: 'certTail',
  alreadyThere: 'door',
}
/** Who owns by a certificate gives its last digits, so that the right one is looked at. */
export function asksCert({ kind, evidence }: Pick<HomeForm, 'kind' | 'evidence'>) {
  return kind === 'ownerOnly' && evidence === 'propertyCert'
}
type Checked = { facts: ResidencyFacts; errors: null } | { facts: null; errors: FieldErrors }
/** The facts as they will be sent, or what is wrong with which field. */
export function checkFacts({ version: _, ...value }: HomeForm, now: number): Checked {
  const written = asksCert(value) ? value.certTail.trim() : ''
  const filled = { ...value, certTail: written === '' ? null : written }
  const errors = checkForm(ResidencyFacts, { ...filled, door: value.door.trim() }, words)
  if (Object.keys(errors).length > 0) return { facts: null, errors }
  const facts = filled as ResidencyFacts
  const obstacle = obstacleToFacts(facts, now)
  return obstacle === null
    ? { facts, errors: null }
    : { facts: null, errors: { [fieldOf[obstacle]!]: claimResidency.refusals[obstacle].title } }
}
/** Where a refusal belongs in the form; empty when it belongs to no field. */
export function errorsOf(error: Error | null): FieldErrors {
  if (!(error instanceof Refused)) return {}
  const field = fieldOf[error.code]
  return field ? { [field]: error.title } : error.fields
}
