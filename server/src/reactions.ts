import { activityWritten, cancelled, changed, signedUp, tomorrow } from './activities/events.ts'
import { tellAll, tellPerson } from './messages/tell.ts'
import { type Reaction, when } from './platform/events.ts'
import { isoDay } from '@tmt/shared/time.ts'
import { giveBackPlaces } from './activities/leaving.ts'
import { finishHelpsOf } from './helping/store.ts'
import { forgetWithdrawn } from './identity/store.ts'
import { yearLoaded } from './calendar/events.ts'
import { recountDue } from './residency/due-at-store.ts'
import { consentWithdrawn, personLeft } from './people/events.ts'
import { activityKey, raiseActivity } from './activities/caching.ts'
import { findActivity, setHidden } from './activities/store.ts'
import { isOpen, wordsOf } from './activities/words.ts'
import { setPublic } from './files/store.ts'
import { shownChanged } from './moderation/events.ts'
import type { Subjects } from './moderation/routes.ts'
import { standingOf } from './moderation/store.ts'
import { takeUp } from './moderation/taking-up.ts'
import type { Write } from './platform/store.ts'

type Standing = { shown: boolean; why: string | null }
async function showActivity(tx: Write, id: string, { shown, why }: Standing, raise: (key: string) => void) {
  const activity = await findActivity(tx, id)
  if (!activity) return raise(activityKey(id))
  await setHidden(tx, id, shown ? null : (why ?? ''))
  if (activity.status !== 'draft') await setPublic(tx, `activities/${id}`, shown)
  raiseActivity(raise, activity)
}

const activity = (id: string) => ({ kind: 'activity', id }) as const

/** When X happened, then Y: all that crosses from one feature to another, in one table. */
export const reactions: readonly Reaction[] = [
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
  when(personLeft, giveBackPlaces),
  when(personLeft, finishHelpsOf),
  when(consentWithdrawn, forgetWithdrawn),
  when(yearLoaded, recountDue),
  when(activityWritten, async (tx, { id, communityId, authorId, text, poster }, now, raise) => {
    const subject = { kind: 'activity', subjectId: id } as const
    await takeUp(tx, { ...subject, communityId, authorId, official: true, text, picture: poster }, now)
    await showActivity(tx, id, await standingOf(tx, subject), raise)
  }),
  when(shownChanged, async (tx, { subjectId, ...standing }, _now, raise) =>
    showActivity(tx, subjectId, standing, raise),
  ),
]

/** What can be reported, told by the feature that shows it. */
export const subjects: Subjects = {
  async activity(db, id) {
    const activity = await findActivity(db, id)
    if (!activity || !isOpen(activity)) return undefined
    const { communityId, createdBy: authorId } = activity
    return { communityId, authorId, official: true, text: wordsOf(activity) }
  },
}
