import type { ActivityCard } from '@tmt/shared/activities/contract.ts'
import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'

export const ID = '01999999-0000-7000-8000-000000000001'

/** An activity in two days that can be signed up for. */
export function activity(more: Partial<ActivityDetail> = {}): ActivityDetail {
  const startsAt = Date.now() + 2 * DAY
  return {
    id: ID,
    communityId: '321202001001',
    communityName: '演示居委会',
    title: '太极拳入门课',
    category: 'sports',
    body: '每个动作慢慢教。',
    place: '二楼活动室',
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    signupClosesAt: startsAt - HOUR,
    capacity: 30,
    confirmed: 12,
    offered: 0,
    offersUntil: null,
    waiting: 0,
    poster: null,
    residencyRequired: 'none',
    riskNotice: '',
    status: 'published',
    cancelReason: null,
    publishedAt: Date.now() - DAY,
    changedAt: Date.now() - DAY,
    version: 1,
    demo: true,
    ...more,
  }
}
export function card(more: Partial<ActivityDetail> = {}): ActivityCard {
  const {
    body: _b,
    residencyRequired: _r,
    riskNotice: _n,
    cancelReason: _c,
    publishedAt: _p,
    changedAt: _a,
    version: _v,
    ...rest
  } = activity(more)
  return rest
}
