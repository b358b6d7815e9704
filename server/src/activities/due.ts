import { byPressing, type Due } from '@tmt/shared/due.ts'
import { beyondOf } from '@tmt/shared/divisions/rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { isStaffOf } from '../people/policy.ts'
import type { MineDue, OpenDue, StaffDue } from '../platform/due.ts'
import { listKey } from './caching.ts'
import {
  type Coming,
  countPending,
  countReviews,
  listComing,
  listOpen,
  listPending,
  listReturned,
  listReviews,
  type Pending,
} from './due-store.ts'

/** The day is said as of its own year: these words are kept, and an activity is at most a year away. */
const whenAndWhere = ({ startsAt, place }: Pick<Pending, 'startsAt' | 'place'>) =>
  `${sayTime(startsAt, startsAt)} · ${place}`

function forStaff(activity: Pending): Due {
  const { id, communityId, title, startsAt, confirmed, capacity } = activity
  const what = { id, communityId, title }
  const begins = `${sayTime(startsAt, startsAt)} 开始`
  if (activity.status === 'draft')
    return {
      kind: 'activityDraft',
      ...what,
      note: `草稿，还没发布；报名截止前要发布 · ${begins}`,
      until: activity.signupClosesAt,
      since: activity.createdAt,
    }
  if (activity.status === 'postponed')
    return {
      kind: 'activityUndated',
      ...what,
      note: `延期了，还没定新的时间 · 已报名 ${confirmed} 人在等`,
      until: startsAt,
      since: activity.changedAt,
    }
  return {
    kind: 'activitySoon',
    ...what,
    note: `${begins} · 已报名 ${confirmed} 人，名额 ${capacity}`,
    until: startsAt,
    since: activity.publishedAt ?? activity.createdAt,
  }
}
export const activityStaffDue: StaffDue = {
  async list(db, { actor, communityId, now, after, limit }) {
    if (!isStaffOf(actor, { communityId })) return []
    return (await listPending(db, communityId, now, after, limit)).map(forStaff)
  },
  counts: async (db, { actor, scope, now }) =>
    isStaffOf(actor, { communityId: scope })
      ? countPending(db, { first: scope, beyond: beyondOf(scope) }, now)
      : [],
}

/** Those of organisations that have to be let out or sent back. */
export const activityReviewDue: StaffDue = {
  async list(db, { actor, communityId, after, limit }) {
    if (!isStaffOf(actor, { communityId })) return []
    const rows = await listReviews(db, communityId, after, limit)
    return rows.map(({ id, title, hostName, startsAt, reviewDueAt, submittedAt, createdAt }) => ({
      kind: 'activityReview',
      id,
      communityId,
      title,
      note: `${hostName ?? ''}交来的活动，等审核 · ${sayTime(startsAt, startsAt)} 开始`,
      until: reviewDueAt,
      since: submittedAt ?? createdAt,
    }))
  },
  counts: async (db, { actor, scope, now }) =>
    isStaffOf(actor, { communityId: scope })
      ? countReviews(db, { first: scope, beyond: beyondOf(scope) }, now)
      : [],
}

function forAuthor({ id, communityId, title, returnReason, signupClosesAt, changedAt }: Pending): Due {
  const note = `退回来了，要改：${returnReason ?? ''}`
  return { kind: 'activityReturned', id, communityId, title, note, until: signupClosesAt, since: changedAt }
}
function forMe({ signup, activity }: Coming): Due {
  const { id, communityId, title } = activity
  const what = { id, communityId, title }
  if (signup.status === 'cancelledByHost')
    return {
      kind: 'activityCancelled',
      ...what,
      note: `已取消：${activity.cancelReason ?? '请打社区窗口的电话问'}`,
      until: null,
      since: activity.changedAt,
    }
  if (activity.status === 'postponed')
    return {
      kind: 'activityChanged',
      ...what,
      note: `延期了，时间另行通知：${activity.changeReason ?? '请打社区窗口的电话问'}`,
      until: null,
      since: activity.changedAt,
    }
  if (signup.status === 'offered')
    return {
      kind: 'activityOffer',
      ...what,
      note: `有名额了，请接受或放弃 · ${whenAndWhere(activity)}`,
      until: signup.offerUntil,
      since: signup.at,
    }
  if (signup.status === 'waitlisted' || signup.status === 'awaiting')
    return {
      kind: 'activityWaiting',
      ...what,
      note: `${signup.status === 'awaiting' ? '等社区确认' : `候补第 ${signup.position} 位`} · ${whenAndWhere(activity)}`,
      until: activity.startsAt,
      since: signup.at,
    }
  const changed = activity.changedAt > signup.at
  return {
    kind: changed ? 'activityChanged' : 'activityComing',
    ...what,
    note: `${changed ? '您报名后改过，请再看看' : '已报名'} · ${whenAndWhere(activity)}`,
    until: activity.startsAt,
    since: changed ? activity.changedAt : signup.at,
  }
}
/** Several of a family at one activity are one thing: an offer among them comes first. */
const firstOfEach = (items: Due[]) => [...new Map(items.toReversed().map((one) => [one.id, one])).values()]
export const activityMineDue: MineDue = async (db, { personId, now, limit }) =>
  [
    ...(await listReturned(db, personId, now, limit)).map(forAuthor),
    ...firstOfEach((await listComing(db, personId, now, limit)).map(forMe)),
  ]
    .toSorted(byPressing)
    .slice(0, limit)

export const activityOpenDue: OpenDue = {
  async list(db, { communityId, now, limit }) {
    const rows = await listOpen(db, communityId, now, limit)
    return rows.map((activity) => ({
      kind: 'activityOpen',
      id: activity.id,
      communityId,
      title: activity.title,
      note: whenAndWhere(activity),
      until: activity.signupClosesAt,
      since: activity.publishedAt ?? activity.createdAt,
    }))
  },
  key: listKey,
}
