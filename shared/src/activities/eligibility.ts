import { type Day, yearsSince } from '../people/id-number.ts'
import type { ActivityFacts, Gender } from './detail-contract.ts'
import { isEligible } from './rules.ts'
import type { Declaration } from './signup-contract.ts'

type Limited = { [K in Asked]?: ActivityFacts[K] | null } & Pick<
  ActivityFacts,
  'residencyRequired' | 'startsAt'
> & { communityId: string }
type Asked =
  | 'minAge'
  | 'maxAge'
  | 'gender'
  | 'realNameRequired'
  | 'guardianRequired'
  | 'insuranceRequired'
  | 'healthPledge'

/** Who would come, as far as it is known: from a verified name and number, or from a child's record. */
export type Coming = {
  kind: 'self' | 'member' | 'child'
  residentOf: readonly string[]
  born: Day | null
  gender: Gender | null
  realName: boolean
  /** Whether it is known that the person is under age on the day it begins, where the day of birth isn't. */
  minor: boolean
  /** Somebody signs up in this person's place, on the record. */
  helped: boolean
  /** Whether who signs up comes too: has a place, is offered one, or waits for one. */
  guardianComes: boolean
}

export const ADULT = 18
export function isMinor({ born, minor }: Pick<Coming, 'born' | 'minor'>, on: number) {
  return born === null ? minor : yearsSince(born, on) < ADULT
}

const isSet = <T>(limit: T | null | undefined): limit is T => limit !== null && limit !== undefined

/** What has to be ticked by whoever signs somebody up: what is not known, and what only they can say. */
export function asksOf(a: Limited, who: Coming): Declaration[] {
  const aged = isSet(a.minAge) || isSet(a.maxAge)
  const wanted: [Declaration, unknown][] = [
    ['age', aged && who.born === null],
    ['gender', isSet(a.gender) && who.gender === null],
    ['health', a.healthPledge],
    ['insurance', a.insuranceRequired],
    // A child's record bears its own consent (《民法典》第十九条、第二十条).
    ['guardian', who.kind === 'member' && isMinor(who, a.startsAt)],
  ]
  return wanted.flatMap(([name, asked]) => (asked ? [name] : []))
}

function obstacleByFacts(a: Limited, who: Coming) {
  if (!isEligible(a.residencyRequired, a.communityId, who.residentOf)) return 'notEligible'
  // For a child it is the guardian whose name is verified: they answer for it.
  if (a.realNameRequired && !who.realName) return 'realNameNeeded'
  if (who.born !== null) {
    const age = yearsSince(who.born, a.startsAt)
    if (isSet(a.minAge) && age < a.minAge) return 'tooYoung'
    if (isSet(a.maxAge) && age > a.maxAge) return 'tooOld'
  }
  if (isSet(a.gender) && who.gender !== null && who.gender !== a.gender) return 'wrongGender'
  return null
}

/**
 * Why somebody can't be on the list whatever is ticked, or null (《领域规格》 §7.1, §7.2). Ages are those of the day it
 * begins. Nothing here is ranked or kept but the ticks.
 */
export function obstacleToComing(a: Limited, who: Coming) {
  const obstacle = obstacleByFacts(a, who)
  if (obstacle) return obstacle
  const asked = asksOf(a, who)
  // What is only declared is no verified name's.
  const unproved = asked.includes('age') || asked.includes('gender')
  if (a.realNameRequired && unproved && who.kind !== 'child') return 'factsUnknown'
  if (!isMinor(who, a.startsAt)) return null
  if (who.kind === 'self') return who.helped ? null : 'guardianActs'
  return a.guardianRequired && !who.guardianComes ? 'guardianFirst' : null
}
/** The same with what was ticked. */
export function obstacleToDeclared(a: Limited, who: Coming, declared: readonly Declaration[]) {
  const obstacle = obstacleToComing(a, who)
  if (obstacle) return obstacle
  return asksOf(a, who).every((one) => declared.includes(one)) ? null : 'undeclared'
}
