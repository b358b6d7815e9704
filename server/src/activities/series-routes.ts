import { cancelFollowing, createSeries, editFollowing } from '@tmt/shared/activities/series-contract.ts'
import type { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { obstacleToCancel } from '@tmt/shared/activities/life-rules.ts'
import { obstacleToLimits, obstacleToPlainLimits } from '@tmt/shared/activities/limit-rules.ts'
import {
  hasListed,
  isMoved,
  obstacleToDraft,
  obstacleToEdit,
  obstacleToPublish,
} from '@tmt/shared/activities/rules.ts'
import { startsOf } from '@tmt/shared/activities/series.ts'
import { loadCalendar } from '../calendar/store.ts'
import { release } from '../files/store.ts'
import { isStaffOf, mayPublishFor, mayWriteFor } from '../people/policy.ts'
import { perform } from '../platform/endpoint.ts'
import { newId } from '../platform/ids.ts'
import type { Read } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { cancelled, changed, heldOf } from './events.ts'
import { about, factsOf } from './facts.ts'
import { listFollowing } from './life-store.ts'
import { afterEdit, freshen } from './queue.ts'
import { releaseAll } from './queue-store.ts'
import {
  type Activity,
  cancel,
  discard,
  findActivity,
  findForStaff,
  insertActivity,
  loadCommunity,
  updateFacts,
} from './store.ts'
import { written } from './words.ts'

type Times = Pick<ActivityFacts, 'startsAt' | 'endsAt' | 'signupClosesAt'>
function moveTimes<T extends Times>(facts: T, by: number): T {
  const { startsAt, endsAt, signupClosesAt } = facts
  return { ...facts, startsAt: startsAt + by, endsAt: endsAt + by, signupClosesAt: signupClosesAt + by }
}
/** This one and those after it that have not been called off. */
async function followers(db: Read, { seriesId, startsAt }: Activity): Promise<Activity[]> {
  if (seriesId === null) return []
  const found: Activity[] = []
  for (const id of await listFollowing(db, seriesId, startsAt)) found.push((await findActivity(db, id))!)
  return found
}

/** Activities that are made together and stand each for itself; at most 26, so that all go into one unit. */
export const seriesRoutes = [
  perform(createSeries, {
    load: loadCommunity,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, now, refuse, raise, tell }) {
      const { communityId, publish } = input
      const facts = factsOf(input)
      const calendar = input.skipHolidays ? await loadCalendar(tx) : null
      const { starts, skipped } = startsOf(facts.startsAt, input.every, input.times, calendar)
      const seriesId = newId(now)
      const items = []
      for (const startsAt of starts) {
        const one = moveTimes(facts, startsAt - facts.startsAt)
        const obstacle =
          (publish ? obstacleToPublish(one, now) : obstacleToDraft(one)) ?? obstacleToPlainLimits(one)
        if (obstacle) return refuse(obstacle)
        const made = { ...one, communityId, createdBy: actor.personId, publish, seriesId }
        const id = await insertActivity(tx, made, now)
        items.push({ id, startsAt })
        const stored = (await findActivity(tx, id))!
        raiseActivity(raise, stored)
        if (publish) tell(written(stored, actor.personId))
      }
      if (starts.some((at, i) => i > 0 && at < starts[i - 1]! + facts.endsAt - facts.startsAt))
        return refuse('overlapsItself')
      return { seriesId, items, skipped }
    },
    audit: ({ communityId, times, publish }, _subject, made) => ({
      subject: made?.seriesId ?? communityId,
      details: { communityId, times, publish },
    }),
  }),
  perform(editFollowing, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      if (subject.seriesId === null) return refuse('notASeries')
      if (input.version !== subject.version) return refuse('stale')
      if (subject.status === 'cancelled') return refuse('cancelled')
      if (now >= subject.endsAt) return refuse('ended')
      if (now >= subject.startsAt) return refuse('begun')
      const chosen = factsOf(input)
      const reason = input.reason?.trim()
      const all = await followers(tx, subject)
      for (const one of all) {
        const moved = moveTimes(chosen, one.startsAt - subject.startsAt)
        // Each keeps the picture of its own.
        const kept = {
          ...(one.poster !== null && { poster: one.poster }),
          ...(one.posterAlt !== null && { posterAlt: one.posterAlt }),
        }
        const facts = { ...moved, ...kept }
        const fresh = await freshen(tx, one.id, now, { raise, tell })
        const obstacle = obstacleToEdit({ ...one, ...fresh }, facts, now) ?? obstacleToLimits(facts)
        // Neither is one of a series in review, nor does what has not begun end in the past.
        if (obstacle === 'inReview' || obstacle === 'endsInPast') return refuse('stale')
        if (obstacle) return refuse(obstacle)
        const isShown = one.status !== 'draft'
        const other = isShown && (one.status === 'postponed' || isMoved(one, facts))
        if (other && reason === undefined && hasListed(one)) return refuse('reasonMissing')
        const course = other
          ? { movedAt: now, changeReason: reason ?? null, status: 'published' as const }
          : undefined
        if (!(await updateFacts(tx, one, facts, now, course))) return refuse('capacityBelowConfirmed')
        await afterEdit(tx, { id: one.id, startsAt: facts.startsAt }, now, { raise, tell })
        const edited = (await findActivity(tx, one.id))!
        raiseActivity(raise, edited)
        const said = { version: edited.version, reason: reason ?? '没有写明', was: one }
        if (other) tell(changed({ ...heldOf(edited), ...said }))
        if (isShown) tell(written(edited, actor.personId))
      }
      return { changed: all.length }
    },
    audit: ({ id, version }, _subject, done) => ({
      subject: id,
      details: { version, changed: done?.changed ?? 0 },
    }),
  }),
  perform(cancelFollowing, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      if (subject.seriesId === null) return refuse('notASeries')
      const reason = input.reason.trim()
      let count = 0
      for (const one of await followers(tx, subject)) {
        if (one.status === 'draft') {
          if (!(await discard(tx, one.id))) continue
          await release(tx, about(one.id), [], now)
        } else {
          if (obstacleToCancel(one, now) !== null || !(await cancel(tx, one.id, reason, now))) continue
          await releaseAll(tx, one.id, now)
          tell(cancelled({ ...heldOf(one), reason }))
          tell(written((await findActivity(tx, one.id))!, actor.personId))
        }
        raiseActivity(raise, one)
        count += 1
      }
      return count === 0 ? refuse('nothingLeft') : { cancelled: count }
    },
    audit: ({ id }, _subject, done) => ({ subject: id, details: { cancelled: done?.cancelled ?? 0 } }),
  }),
]
