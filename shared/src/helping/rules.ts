import { atShanghai, shanghai } from '../time.ts'
import type { Kinship } from './contract.ts'
import type { HelpConflict } from './counter-contract.ts'

/**
 * How many one person may help at the same time. The specification names no number 【D】: a family has a few, a worker
 * has those of a grid who have no phone. More than that is no longer help, but somebody else's business.
 */
export const mostHelped = { family: 5, worker: 50 } as const

/** The limit for somebody who helps as what they are to each other. */
export function mostFor(kinship: Kinship) {
  return kinship === 'worker' ? mostHelped.worker : mostHelped.family
}

type Beginning = { helperId: string; person: { id: string; leftAt: number | null }; alreadyHelping: boolean }
/** Why this help can't begin, or null. The number of those helped is held by the database. */
export function obstacleToBegin({ helperId, person, alreadyHelping }: Beginning) {
  if (person.id === helperId) return 'oneself'
  if (person.leftAt !== null) return 'hasLeft'
  return alreadyHelping ? 'already' : null
}

/** 《民法典》第十七条; under fourteen, 《个人信息保护法》第三十一条. */
const OF_AGE = 18
const GUARDED_UNDER = 14

function dayOf(born: string) {
  return { year: Number(born.slice(0, 4)), month: Number(born.slice(4, 6)), day: Number(born.slice(6, 8)) }
}
/** The day on which somebody born so becomes so old; born on 29 February, on 1 March where there is none. */
function birthday(born: string, age: number) {
  const { year, month, day } = dayOf(born)
  return atShanghai(year + age, month, day)
}
/** From which instant a ward acts for themselves. */
export function comesOfAge(born: string) {
  return birthday(born, OF_AGE)
}
type Warding = { born: string | null; guardianAgreed: boolean }
/** Why a guardian can't be written down for somebody born on this day, or null. */
export function obstacleToWard({ born, guardianAgreed }: Warding, now: number) {
  if (born === null) return 'birthDateNeeded'
  const { year, month, day } = dayOf(born)
  const at = atShanghai(year, month, day)
  const real = shanghai(at)
  if (year < 1900 || real.month !== month || real.day !== day || at > now) return 'noSuchDay'
  if (comesOfAge(born) <= now) return 'ofAge'
  return birthday(born, GUARDED_UNDER) > now && !guardianAgreed ? 'guardianConsentMissing' : null
}

/** How long what undoes an act without an account is good, and how often it may be typed wrong. */
export const undoCode = { hours: 72, tries: 5 } as const

/** Why this worker is not the one who ends or undoes it at the counter, or null. */
export function counterConflict(worker: {
  involved: boolean
  declared: boolean
  related: boolean
}): HelpConflict | null {
  if (worker.involved) return 'ownCase'
  if (!worker.declared) return 'declareFirst'
  return worker.related ? 'relative' : null
}
