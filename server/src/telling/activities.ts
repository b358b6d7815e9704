import { cancelled, changed, over, signedUp, tomorrow } from '../activities/events.ts'
import { tellAll, tellPerson } from '../messages/tell.ts'
import { type Reaction, when } from '../platform/events.ts'
import { isoDay } from '@tmt/shared/time.ts'

const activity = (id: string) => ({ kind: 'activity', id }) as const

/** Who signed up is told what becomes of it. */
export const activityTellings: readonly Reaction[] = [
  when(signedUp, async (tx, { id, personId, at, ...held }, now) => {
    const key = `activities.signedUp/${id}/${personId}/${at}`
    await tellPerson(
      tx,
      personId,
      { template: 'activitySignedUp', params: held, about: activity(id), key },
      now,
    )
  }),
  when(changed, async (tx, { id, version, was, ...held }, now) => {
    const params = { ...held, wasStartsAt: was.startsAt, wasEndsAt: was.endsAt, wasPlace: was.place }
    const key = `activities.changed/${id}/${version}`
    const to = { name: 'activities.havePlaces', of: id } as const
    await tellAll(tx, to, { template: 'activityChanged', params, about: activity(id), key }, now)
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
