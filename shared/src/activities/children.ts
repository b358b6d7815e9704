import { type Day, isPastDay, yearsSince } from '../people/id-number.ts'
import type { ChildRelation } from './children-contract.ts'
import { ADULT } from './eligibility.ts'

/** Below this age a guardian agrees to the use of data by itself (《个人信息保护法》第三十一条). */
export const DATA_CONSENT_BELOW = 14

export const relationLabels: Record<ChildRelation, string> = {
  parent: '父母',
  grandparent: '祖父母、外祖父母',
  guardian: '其他监护人',
}

/** The day of `2019-03-05`. */
export function dayOf(born: string): Day {
  const [year, month, day] = born.split('-').map(Number)
  return { year: year!, month: month!, day: day! }
}
type Asked = { born: string; consent: boolean; dataConsent: boolean }
export function needsDataConsent(born: string, now: number) {
  return yearsSince(dayOf(born), now) < DATA_CONSENT_BELOW
}
export function obstacleToChild({ born, consent, dataConsent }: Asked, now: number) {
  const day = dayOf(born)
  if (!isPastDay(day, now)) return 'noSuchDay'
  if (yearsSince(day, now) >= ADULT) return 'grownUp'
  if (!consent) return 'consentMissing'
  return needsDataConsent(born, now) && !dataConsent ? 'dataConsentMissing' : null
}
