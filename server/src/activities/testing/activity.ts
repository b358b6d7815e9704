import { type ActivityFacts, SignupStatus } from '@tmt/shared/activities/detail-contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { DONGAN } from '../../demo/city.ts'
import { personOfPhone } from '../../people/store.ts'
import type { TestHouse } from '../../testing/house.ts'
import { insertActivity } from '../store.ts'
import { activities, signups } from '../tables.ts'

/** What a worker fills in: starts in two hours, lasts two, sign-up closes an hour before. */
export function factsFrom(now: number, changes: Partial<ActivityFacts> = {}): ActivityFacts {
  return {
    title: '剪纸课',
    category: 'culture',
    body: '材料免费。',
    place: '活动室',
    startsAt: now + 2 * HOUR,
    endsAt: now + 4 * HOUR,
    signupClosesAt: now + HOUR,
    capacity: 5,
    residencyRequired: 'none',
    riskNotice: '',
    ...changes,
  }
}

/** 演示数据: a society that is not. */
export const ORGANIZATION = { name: '演示志愿者协会', uscc: '52321200MJ9000014G' }

type Posted = Partial<ActivityFacts> & {
  communityId?: string
  publish?: boolean
  host?: typeof ORGANIZATION
  reviewDueAt?: number
  seriesId?: string
}
/** An activity, made without the API so that no rate limit counts it; published unless it says otherwise. */
export async function post(house: TestHouse, changes: Posted = {}) {
  const { communityId = DONGAN, publish = true, ...facts } = changes
  const { now } = house.clock
  return house.store.write(async (tx) => {
    const author = await personOfPhone(tx, house.secrets, '19900000003', now)
    const made = { ...factsFrom(now, facts), communityId, publish, createdBy: author.id }
    return insertActivity(tx, made, now)
  })
}

/** What the database holds: the counters, and the sign-ups by their status. */
export async function countsOf(house: TestHouse, id: string) {
  const { read } = house.store
  const { confirmed, offered, waiting, capacity, status } = activities
  const [activity] = await read
    .select({ confirmed, offered, waiting, capacity, status })
    .from(activities)
    .where(eq(activities.id, id))
  const rows = await read.select({ status: signups.status }).from(signups).where(eq(signups.activityId, id))
  const counts = SignupStatus.options.map(
    (option) => [option, rows.filter((row) => row.status === option).length] as const,
  )
  return { ...activity!, rows: Object.fromEntries(counts) as Record<SignupStatus, number> }
}
