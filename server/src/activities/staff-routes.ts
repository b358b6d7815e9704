import {
  cancelActivity,
  createActivity,
  discardDraft,
  editActivity,
  publishActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import { obstacleToCancel } from '@tmt/shared/activities/life-rules.ts'
import { obstacleToLimits } from '@tmt/shared/activities/limit-rules.ts'
import { isOut } from '@tmt/shared/activities/phase.ts'
import {
  hasListed,
  isMoved,
  obstacleToDraft,
  obstacleToEdit,
  obstacleToPoster,
  obstacleToPublish,
} from '@tmt/shared/activities/rules.ts'
import { publishFiles, release } from '../files/store.ts'
import { isStaffOf, mayPublishFor, mayWriteFor } from '../people/policy.ts'
import { perform } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { cancelled, changed, heldOf } from './events.ts'
import { about, factsOf, ready, takePoster } from './facts.ts'
import { afterEdit, freshen } from './queue.ts'
import { releaseAll } from './queue-store.ts'
import {
  cancel,
  discard,
  findActivity,
  findForStaff,
  insertActivity,
  loadCommunity,
  publish,
  updateFacts,
} from './store.ts'
import { detailView, type Signing } from './views.ts'
import { written } from './words.ts'

const reread = async (tx: Write, id: string, signing: Signing) =>
  detailView((await findActivity(tx, id))!, signing)
export const staffRoutes = (secrets: Secrets) => [
  perform(createActivity, {
    load: loadCommunity,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, now, refuse, raise, tell }) {
      const facts = factsOf(input)
      const obstacle =
        (input.publish ? obstacleToPublish(facts, now) : obstacleToDraft(facts)) ??
        obstacleToPoster(facts) ??
        obstacleToLimits(facts)
      if (obstacle) return refuse(obstacle)
      const { communityId } = input
      const id = await insertActivity(
        tx,
        { ...facts, communityId, createdBy: actor.personId, publish: input.publish },
        now,
      )
      const made = (await findActivity(tx, id))!
      if (!(await takePoster(tx, made, facts, actor.personId))) return refuse('posterGone')
      raiseActivity(raise, made)
      if (input.publish) tell(written(made, actor.personId))
      return detailView(made, { secrets, now })
    },
    audit: ({ communityId, publish: published }, _subject, made) => ({
      subject: made?.id ?? communityId,
      details: { communityId, publish: published },
    }),
  }),
  perform(editActivity, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      const facts = factsOf(input)
      if (input.version !== subject.version) return refuse('stale')
      // What is over holds no place against fewer of them.
      const fresh = await freshen(tx, subject.id, now, { raise, tell })
      const obstacle =
        obstacleToEdit({ ...subject, ...fresh }, facts, now) ??
        obstacleToPoster(facts) ??
        obstacleToLimits(facts)
      if (obstacle) return refuse(obstacle)
      const reason = input.reason?.trim()
      const moved = isOut(subject.status) && (subject.status === 'postponed' || isMoved(subject, facts))
      if (moved && reason === undefined && hasListed(subject)) return refuse('reasonMissing')
      if (!(await takePoster(tx, subject, facts, actor.personId))) return refuse('posterGone')
      const course = moved
        ? { movedAt: now, changeReason: reason ?? null, status: 'published' as const }
        : undefined
      // Somebody may have signed up or written since it was read.
      if (!(await updateFacts(tx, subject, facts, now, course))) {
        const current = await findActivity(tx, subject.id)
        return refuse(current?.version === input.version ? 'capacityBelowConfirmed' : 'stale')
      }
      await release(tx, about(subject.id), facts.poster === undefined ? [] : [facts.poster], now)
      raiseActivity(raise, subject)
      await afterEdit(tx, { id: subject.id, startsAt: facts.startsAt }, now, { raise, tell })
      const edited = (await findActivity(tx, subject.id))!
      if (moved)
        tell(
          changed({
            ...heldOf(edited),
            version: edited.version,
            reason: reason ?? '没有写明',
            was: subject,
          }),
        )
      if (isOut(edited.status)) tell(written(edited, actor.personId))
      return detailView(edited, { secrets, now })
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(publishActivity, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      if (subject.status === 'review') return refuse('inReview')
      if (subject.status !== 'draft') return refuse('notADraft')
      if (input.version !== subject.version) return refuse('stale')
      const obstacle = ready(subject, now)
      if (obstacle) return refuse(obstacle)
      if (!(await publish(tx, subject.id, input.version, now))) return refuse('stale')
      await publishFiles(tx, about(subject.id))
      raiseActivity(raise, subject)
      tell(written((await findActivity(tx, subject.id))!, actor.personId))
      return reread(tx, subject.id, { secrets, now })
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(cancelActivity, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      const obstacle = obstacleToCancel(subject, now)
      if (obstacle) return refuse(obstacle)
      const reason = input.reason.trim()
      if (!(await cancel(tx, subject.id, reason, now))) {
        const current = (await findActivity(tx, subject.id))!
        return refuse(obstacleToCancel(current, now) ?? 'cancelled')
      }
      await releaseAll(tx, subject.id, now)
      raiseActivity(raise, subject)
      tell(cancelled({ ...heldOf(subject), reason }))
      tell(written((await findActivity(tx, subject.id))!, actor.personId))
      return reread(tx, subject.id, { secrets, now })
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(discardDraft, {
    load: findForStaff,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, subject, now, refuse }) {
      if (!(await discard(tx, subject.id))) return refuse('notADraft')
      await release(tx, about(subject.id), [], now)
      return { ok: true } as const
    },
    audit: ({ id }, { communityId }) => ({ subject: id, details: { communityId } }),
  }),
]
