import { activityWritten } from './activities/events.ts'
import { isOut } from '@tmt/shared/activities/phase.ts'
import { type Reaction, when } from './platform/events.ts'
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
import { activityTellings } from './telling/activities.ts'
import { noticeTellings } from './telling/notices.ts'
import { residencyTellings } from './telling/residency.ts'
import { workTellings } from './telling/work.ts'
import { writerTellings } from './telling/writers.ts'

type Standing = { shown: boolean; why: string | null }
async function showActivity(tx: Write, id: string, { shown, why }: Standing, raise: (key: string) => void) {
  const activity = await findActivity(tx, id)
  if (!activity) return raise(activityKey(id))
  await setHidden(tx, id, shown ? null : (why ?? ''))
  if (isOut(activity.status)) await setPublic(tx, `activities/${id}`, shown)
  raiseActivity(raise, activity)
}

/** When X happened, then Y: all that crosses from one feature to another, in one table; whom it is told to, by theme in telling/. */
export const reactions: readonly Reaction[] = [
  ...activityTellings,
  ...residencyTellings,
  ...noticeTellings,
  ...writerTellings,
  ...workTellings,
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
