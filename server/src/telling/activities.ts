import {
  cancelled,
  changed,
  movedUp,
  offerExpired,
  over,
  placeOffered,
  postponed,
  reviewed,
  signedUp,
  tomorrow,
} from '../activities/events.ts'
import { tellAll, tellPerson } from '../messages/tell.ts'
import { type Reaction, when } from '../platform/events.ts'
import { isoDay } from '@tmt/shared/time.ts'

const activity = (id: string) => ({ kind: 'activity', id }) as const

const outcomes = { publish: '已通过，发布了', return: '退回来了，要改的写在后面，改好可以再交' } as const

/** Who signed up is told what becomes of it. */
export const activityTellings: readonly Reaction[] = [
  when(signedUp, async (tx, { id, personId, signupId, at, ...held }, now) => {
    const key = `activities.signedUp/${signupId}/${at}`
    await tellPerson(
      tx,
      personId,
      { template: 'activitySignedUp', params: held, about: activity(id), key },
      now,
    )
  }),
  when(movedUp, async (tx, { id, personId, signupId, at, ...params }, now) => {
    const key = `activities.movedUp/${signupId}/${at}`
    await tellPerson(tx, personId, { template: 'activityMovedUp', params, about: activity(id), key }, now)
  }),
  when(placeOffered, async (tx, { id, personId, signupId, at, ...params }, now) => {
    const key = `activities.placeOffered/${signupId}/${at}`
    await tellPerson(
      tx,
      personId,
      { template: 'activityPlaceOffered', params, about: activity(id), key },
      now,
    )
  }),
  when(offerExpired, async (tx, { id, personId, signupId, at, ...params }, now) => {
    const key = `activities.offerExpired/${signupId}/${at}`
    await tellPerson(
      tx,
      personId,
      { template: 'activityOfferExpired', params, about: activity(id), key },
      now,
    )
  }),
  when(changed, async (tx, { id, version, was, ...held }, now) => {
    const params = { ...held, wasStartsAt: was.startsAt, wasEndsAt: was.endsAt, wasPlace: was.place }
    const key = `activities.changed/${id}/${version}`
    const to = { name: 'activities.areListed', of: id } as const
    await tellAll(tx, to, { template: 'activityChanged', params, about: activity(id), key }, now)
  }),
  when(postponed, async (tx, { id, version, ...params }, now) => {
    const key = `activities.postponed/${id}/${version}`
    const to = { name: 'activities.areListed', of: id } as const
    await tellAll(tx, to, { template: 'activityPostponed', params, about: activity(id), key }, now)
  }),
  when(reviewed, async (tx, { id, version, authorId, outcome, title, reason }, now) => {
    const params = { title, outcome: outcomes[outcome], reason: reason || '居民现在就能看到和报名。' }
    const key = `activities.reviewed/${id}/${version}`
    await tellPerson(tx, authorId, { template: 'activityReviewed', params, about: activity(id), key }, now)
  }),
  when(cancelled, async (tx, { id, ...params }, now) => {
    const key = `activities.cancelled/${id}`
    const to = { name: 'activities.hadPlaces', of: id } as const
    await tellAll(tx, to, { template: 'activityCancelled', params, about: activity(id), key }, now)
  }),
  when(tomorrow, async (tx, { id, ...params }, now) => {
    // Once for each day that it was put off to.
    const key = `activities.tomorrow/${id}/${isoDay(params.startsAt)}`
    const to = { name: 'activities.havePlaces', of: id } as const
    await tellAll(tx, to, { template: 'activityReminder', params, about: activity(id), key }, now)
  }),
  when(over, async (tx, { id, ...params }, now) => {
    const to = { name: 'activities.haveCome', of: id } as const
    await tellAll(
      tx,
      to,
      { template: 'activityThanks', params, about: activity(id), key: `activities.over/${id}` },
      now,
    )
  }),
]
