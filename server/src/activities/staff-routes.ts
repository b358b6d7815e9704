import {
  type ActivityFacts,
  cancelActivity,
  createActivity,
  discardDraft,
  editActivity,
  publishActivity,
} from '@tmt/shared/activities/contract.ts'
import { isMoved, obstacleToDraft, obstacleToEdit, obstacleToPublish } from '@tmt/shared/activities/rules.ts'
import { isStaffOf, mayPublishFor, mayWriteFor } from '../people/policy.ts'
import { perform } from '../platform/endpoint.ts'
import type { Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { cancelled, changed, heldOf } from './events.ts'
import { releaseAll } from './signup-store.ts'
import {
  cancel,
  discard,
  findActivity,
  insertActivity,
  loadCommunity,
  publish,
  updateFacts,
} from './store.ts'
import { detailView } from './views.ts'

const load = (tx: Write, { id }: { id: string }) => findActivity(tx, id)
const reread = async (tx: Write, id: string) => detailView((await findActivity(tx, id))!)

function factsOf(input: ActivityFacts): ActivityFacts {
  const {
    title,
    category,
    body,
    place,
    startsAt,
    endsAt,
    signupClosesAt,
    capacity,
    residencyRequired,
    riskNotice,
  } = input
  const trimmed = {
    title: title.trim(),
    body: body.trim(),
    place: place.trim(),
    riskNotice: riskNotice.trim(),
  }
  return { ...trimmed, category, startsAt, endsAt, signupClosesAt, capacity, residencyRequired }
}

export const staffRoutes = [
  perform(createActivity, {
    load: loadCommunity,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, now, refuse, raise }) {
      const facts = factsOf(input)
      const obstacle = input.publish ? obstacleToPublish(facts, now) : obstacleToDraft(facts)
      if (obstacle) return refuse(obstacle)
      const { communityId } = input
      const id = await insertActivity(
        tx,
        { ...facts, communityId, createdBy: actor.personId, publish: input.publish },
        now,
      )
      const made = (await findActivity(tx, id))!
      raiseActivity(raise, made)
      return detailView(made)
    },
    audit: ({ communityId, publish: published }, _subject, made) => ({
      subject: made?.id ?? communityId,
      details: { communityId, publish: published },
    }),
  }),
  perform(editActivity, {
    load,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, input, subject, now, refuse, raise, tell }) {
      const facts = factsOf(input)
      if (input.version !== subject.version) return refuse('stale')
      const obstacle = obstacleToEdit(subject, facts, now)
      if (obstacle) return refuse(obstacle)
      // Somebody may have signed up or written since it was read.
      if (!(await updateFacts(tx, subject.id, input.version, facts, now))) {
        const current = await findActivity(tx, subject.id)
        return refuse(current?.version === input.version ? 'capacityBelowConfirmed' : 'stale')
      }
      raiseActivity(raise, subject)
      const version = input.version + 1
      if (subject.status === 'published' && isMoved(subject, facts))
        tell(changed({ ...heldOf({ ...facts, id: subject.id }), version, was: subject }))
      return reread(tx, subject.id)
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(publishActivity, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, subject, now, refuse, raise }) {
      if (subject.status !== 'draft') return refuse('notADraft')
      if (input.version !== subject.version) return refuse('stale')
      const obstacle = obstacleToPublish(subject, now)
      if (obstacle) return refuse(obstacle)
      if (!(await publish(tx, subject.id, input.version, now))) return refuse('stale')
      raiseActivity(raise, subject)
      return reread(tx, subject.id)
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(cancelActivity, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, subject, now, refuse, raise, tell }) {
      if (subject.status !== 'published')
        return refuse(subject.status === 'draft' ? 'notPublished' : 'cancelled')
      const reason = input.reason.trim()
      if (!(await cancel(tx, subject.id, reason, now))) {
        const current = await findActivity(tx, subject.id)
        return refuse(current?.status === 'published' ? 'ended' : 'cancelled')
      }
      await releaseAll(tx, subject.id, now)
      raiseActivity(raise, subject)
      tell(cancelled({ ...heldOf(subject), reason }))
      return reread(tx, subject.id)
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(discardDraft, {
    load,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, subject, refuse }) {
      if (!(await discard(tx, subject.id))) return refuse('notADraft')
      return { ok: true } as const
    },
    audit: ({ id }, { communityId }) => ({ subject: id, details: { communityId } }),
  }),
]
