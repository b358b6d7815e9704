import {
  archiveActivity,
  findOverlaps,
  postponeActivity,
  reviewActivity,
} from '@tmt/shared/activities/life-contract.ts'
import { obstacleToArchive, obstacleToPostpone } from '@tmt/shared/activities/life-rules.ts'
import { MAX_LENGTH } from '@tmt/shared/activities/rules.ts'
import { publishFiles } from '../files/store.ts'
import { isStaffOf, mayPublishFor } from '../people/policy.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import { raiseActivity } from './caching.ts'
import { heldOf, postponed, reviewed } from './events.ts'
import { about, ready } from './facts.ts'
import { archive, letOut, listOverlaps, postpone, sendBack } from './life-store.ts'
import { freshen } from './queue.ts'
import { recallOffers } from './passing-store.ts'
import { findActivity, findForStaff, loadCommunity } from './store.ts'
import { detailView } from './views.ts'
import { written } from './words.ts'

/** What becomes of an activity that is out, and how one of an organisation gets there. */
export const lifeRoutes = (secrets: Secrets) => [
  perform(postponeActivity, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      const obstacle = obstacleToPostpone(subject, now)
      if (obstacle) return refuse(obstacle)
      await freshen(tx, subject.id, now, { raise, tell })
      const reason = input.reason.trim()
      if (!(await postpone(tx, subject.id, reason, now))) {
        const current = (await findActivity(tx, subject.id))!
        return refuse(obstacleToPostpone(current, now) ?? 'postponed')
      }
      // Whom a place was offered keeps the turn until there is a day to say yes to.
      await recallOffers(tx, subject.id, now)
      raiseActivity(raise, subject)
      const put = (await findActivity(tx, subject.id))!
      tell(postponed({ ...heldOf(put), version: put.version, reason }))
      tell(written(put, actor.personId))
      return detailView(put, { secrets, now })
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(archiveActivity, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      const obstacle = obstacleToArchive(subject, now)
      if (obstacle) return refuse(obstacle)
      if (!(await archive(tx, subject.id, input.closing?.trim() ?? '', now))) return refuse('archived')
      raiseActivity(raise, subject)
      const kept = (await findActivity(tx, subject.id))!
      tell(written(kept, actor.personId))
      return detailView(kept, { secrets, now })
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(reviewActivity, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, subject, now, refuse, raise, tell }) {
      if (subject.status !== 'review') return refuse('notInReview')
      if (input.version !== subject.version) return refuse('stale')
      const { outcome } = input
      const reason = input.reason?.trim() ?? ''
      if (outcome === 'return' && reason === '') return refuse('whyMissing')
      const obstacle = outcome === 'publish' ? ready(subject, now) : null
      if (obstacle) return refuse(obstacle)
      const settled =
        outcome === 'publish' ? await letOut(tx, subject, now) : await sendBack(tx, subject, reason, now)
      if (!settled) return refuse('notInReview')
      const after = (await findActivity(tx, subject.id))!
      const { id, version, title, createdBy: authorId } = after
      tell(reviewed({ id, version, title, authorId, outcome, reason }))
      if (outcome === 'publish') {
        await publishFiles(tx, about(id))
        raiseActivity(raise, after)
        // The words are the organisation's: what becomes of them is told to whoever wrote them.
        tell(written(after, authorId))
      }
      return detailView(after, { secrets, now })
    },
    audit: ({ id, outcome, version }) => ({ subject: id, details: { outcome, version } }),
  }),
  answer(findOverlaps, {
    load: loadCommunity,
    sees: isStaffOf,
    async view({ db, input }) {
      const { communityId, place, except } = input
      const span = { startsAt: Number(input.startsAt), endsAt: Number(input.endsAt) }
      return {
        items: await listOverlaps(db, { communityId, place: place.trim(), except, ...span }, MAX_LENGTH),
      }
    },
  }),
]
