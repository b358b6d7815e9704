import { listPictures, myAfter, myStanding, rate } from '@tmt/shared/activities/after-contract.ts'
import {
  addPicture,
  afterActivity,
  attendanceFigures,
  removePicture,
} from '@tmt/shared/activities/after-staff-contract.ts'
import {
  FEWEST,
  missedOf,
  obstacleToRate,
  obstacleToShow,
  RATE_WITHIN,
  standingFrom,
} from '@tmt/shared/activities/attendance-rules.ts'
import { beyondOf } from '@tmt/shared/divisions/rules.ts'
import { atShanghai } from '@tmt/shared/time.ts'
import { findDivision } from '../divisions/store.ts'
import { pictureView } from '../files/links.ts'
import { claim, release } from '../files/store.ts'
import { isStaffOf, mayPublishFor } from '../people/policy.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Read } from '../platform/store.ts'
import {
  countRatings,
  deletePicture,
  findRating,
  hasCome,
  insertPicture,
  listAttendance,
  listPictures as picturesOf,
  saveRating,
} from './after-store.ts'
import { countAttended } from './attendance-store.ts'
import { activityKey } from './caching.ts'
import { figuresOf } from './figures.ts'
import { listEnded } from './standing-store.ts'
import { findActivity } from './store.ts'
import { isOpen } from './words.ts'

const everyone = () => true
const load = (db: Read, { id }: { id: string }) => findActivity(db, id)
async function loadOpen(db: Read, { id }: { id: string }) {
  const activity = await findActivity(db, id)
  return activity && isOpen(activity) ? activity : undefined
}
/** Each picture by itself: one that is removed takes no other with it. */
const about = (id: string, file: string) => `activities/${id}/pictures/${file}`

export const afterRoutes = [
  answer(myAfter, {
    load: loadOpen,
    sees: everyone,
    view: async ({ db, actor, subject: { id, endsAt } }) => ({
      came: await hasCome(db, id, actor.personId),
      rating: await findRating(db, id, actor.personId),
      rateUntil: endsAt + RATE_WITHIN,
    }),
  }),
  perform(rate, {
    load: loadOpen,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse }) {
      const came = await hasCome(tx, subject.id, actor.personId)
      const obstacle = obstacleToRate(subject, { came }, now)
      if (obstacle) return refuse(obstacle)
      await saveRating(tx, subject.id, actor.personId, input.rating, now)
      return { ok: true } as const
    },
    // What was thought of it is not written beside who it was.
    audit: ({ id }) => ({ subject: id }),
  }),
  answer(myStanding, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db, actor, now }) {
      const ended = await listEnded(db, actor.personId, now)
      const titles = new Map(ended.map(({ activityId, title }) => [activityId, title]))
      const missed = missedOf(ended).filter((one) => one.missed)
      return {
        standing: standingFrom(ended, now),
        missed: missed.map(({ activityId, endsAt }) => ({
          activityId,
          title: titles.get(activityId)!,
          at: endsAt,
        })),
      }
    },
  }),
  answer(listPictures, {
    load: loadOpen,
    sees: everyone,
    async view({ db, subject }) {
      const rows = await picturesOf(db, subject.id)
      return { items: rows.flatMap((row) => pictureView(row, null) ?? []) }
    },
    cache: { keys: ({ id }) => [activityKey(id)] },
  }),
  answer(afterActivity, {
    load,
    sees: isStaffOf,
    async view({ db, subject: { id, confirmed } }) {
      const ratings = await countRatings(db, id)
      const rated = ratings.good + ratings.fair + ratings.poor
      return {
        confirmed,
        attended: await countAttended(db, id),
        rated,
        ratings: rated < FEWEST ? null : ratings,
      }
    },
  }),
  perform(addPicture, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise }) {
      const { id, file, alt, guardiansAgreed } = input
      const obstacle = obstacleToShow(subject, { guardiansAgreed }, now)
      if (obstacle) return refuse(obstacle)
      const shown = { public: isOpen(subject) }
      if (!(await claim(tx, [file], about(id, file), actor.personId, shown))) return refuse('pictureGone')
      const picture = { file, activityId: id, alt: alt.trim(), agreedBy: actor.personId, guardiansAgreed }
      if (!(await insertPicture(tx, picture, now))) return refuse('tooMany')
      raise(activityKey(id))
      return { ok: true } as const
    },
    audit: ({ id, file, guardiansAgreed }) => ({
      subject: id,
      details: { file, agreed: true, guardiansAgreed },
    }),
  }),
  perform(removePicture, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, now, refuse, raise }) {
      const { id, file } = input
      if (!(await deletePicture(tx, id, file))) return refuse('notThere')
      await release(tx, about(id, file), [], now)
      raise(activityKey(id))
      return { ok: true } as const
    },
    audit: ({ id, file }) => ({ subject: id, details: { file } }),
  }),
  answer(attendanceFigures, {
    load: (db, { code }) => findDivision(db, code),
    sees: (actor, { code }) => isStaffOf(actor, { communityId: code }),
    async view({ db, input }) {
      const year = Number(input.year)
      const range = { first: input.code, beyond: beyondOf(input.code) }
      const from = atShanghai(year, 1, 1)
      const rows = await listAttendance(db, { ...range, from, to: atShanghai(year + 1, 1, 1) })
      return { items: figuresOf(rows) }
    },
  }),
]
