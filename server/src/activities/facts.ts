import { type ActivityFacts, limits } from '@tmt/shared/activities/detail-contract.ts'
import { obstacleToLimits } from '@tmt/shared/activities/limit-rules.ts'
import { obstacleToPublish } from '@tmt/shared/activities/rules.ts'
import { claim } from '../files/store.ts'
import type { Write } from '../platform/store.ts'
import type { Activity } from './store.ts'
import { isOpen } from './words.ts'

/** What files of an activity are claimed as. */
export const about = (id: string) => `activities/${id}`

/** Takes the picture that was chosen, and throws away the one before; false when it is gone meanwhile. */
export async function takePoster(
  tx: Write,
  { id, status, hiddenWhy }: Pick<Activity, 'id' | 'status' | 'hiddenWhy'>,
  { poster }: ActivityFacts,
  personId: string,
) {
  const files = poster === undefined ? [] : [poster]
  return claim(tx, files, about(id), personId, { public: isOpen({ status, hiddenWhy }) })
}

function limitsOf(input: object) {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name in limits)) as Limits
}
type Limits = Pick<ActivityFacts, keyof typeof limits>
export function factsOf(input: ActivityFacts): ActivityFacts {
  const {
    title,
    category,
    body,
    place,
    startsAt,
    endsAt,
    signupClosesAt,
    capacity,
    residencyRequired,
    riskNotice,
    poster,
    posterAlt,
    ...rest
  } = input
  const trimmed = {
    title: title.trim(),
    body: body.trim(),
    place: place.trim(),
    riskNotice: riskNotice.trim(),
  }
  const picture =
    poster === undefined ? {} : { poster, ...(posterAlt !== undefined && { posterAlt: posterAlt.trim() }) }
  return {
    ...limitsOf(rest),
    ...trimmed,
    ...picture,
    category,
    startsAt,
    endsAt,
    signupClosesAt,
    capacity,
    residencyRequired,
  }
}

/** Why what is stored can't be let out as it stands, or null. */
export function ready(activity: Activity, now: number) {
  const { minAge, maxAge, accessibility, gcj02, poster, category } = activity
  const limited = {
    category,
    ...(minAge !== null && { minAge }),
    ...(maxAge !== null && { maxAge }),
    ...(accessibility !== null && { accessibility }),
    ...(gcj02 !== null && { gcj02 }),
    ...(poster !== null && { poster }),
  }
  return obstacleToPublish(activity, now) ?? obstacleToLimits(limited)
}
