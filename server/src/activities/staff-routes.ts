import { type ActivityFacts, limits } from '@tmt/shared/activities/contract.ts'
import {
  cancelActivity,
  createActivity,
  discardDraft,
  editActivity,
  publishActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import {
  isMoved,
  obstacleToDraft,
  obstacleToEdit,
  obstacleToPoster,
  obstacleToPublish,
} from '@tmt/shared/activities/rules.ts'
import { claim, publishFiles, release } from '../files/store.ts'
import { isStaffOf, mayPublishFor, mayWriteFor } from '../people/policy.ts'
import { perform } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { cancelled, changed, heldOf } from './events.ts'
import { afterEdit, freshen } from './queue.ts'
import { releaseAll } from './queue-store.ts'
import {
  type Activity,
  cancel,
  discard,
  findActivity,
  insertActivity,
  loadCommunity,
  publish,
  updateFacts,
} from './store.ts'
import { detailView, type Signing } from './views.ts'
import { isOpen, written } from './words.ts'

const load = (tx: Write, { id }: { id: string }) => findActivity(tx, id)
const reread = async (tx: Write, id: string, signing: Signing) =>
  detailView((await findActivity(tx, id))!, signing)
/** What files of an activity are claimed as. */
const about = (id: string) => `activities/${id}`

/** Takes the picture that was chosen, and throws away the one before; false when it is gone meanwhile. */
async function takePoster(
  tx: Write,
  { id, status, hiddenWhy }: Pick<Activity, 'id' | 'status' | 'hiddenWhy'>,
  { poster }: ActivityFacts,
  personId: string,
) {
  const files = poster === undefined ? [] : [poster]
  return claim(tx, files, about(id), personId, { public: isOpen({ status, hiddenWhy }) })
}

function limitsOf(input: object) {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name in limits)) as Limits
}
type Limits = Pick<ActivityFacts, keyof typeof limits>
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
    poster,
    posterAlt,
    ...rest
  } = input
  const trimmed = {
    title: title.trim(),
    body: body.trim(),
    place: place.trim(),
    riskNotice: riskNotice.trim(),
  }
  const picture =
    poster === undefined ? {} : { poster, ...(posterAlt !== undefined && { posterAlt: posterAlt.trim() }) }
  return {
    ...limitsOf(rest),
    ...trimmed,
    ...picture,
    category,
    startsAt,
    endsAt,
    signupClosesAt,
    capacity,
    residencyRequired,
  }
}

export const staffRoutes = (secrets: Secrets) => [
  perform(createActivity, {
    load: loadCommunity,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, now, refuse, raise, tell }) {
      const facts = factsOf(input)
      const obstacle =
        (input.publish ? obstacleToPublish(facts, now) : obstacleToDraft(facts)) ?? obstacleToPoster(facts)
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
    load,
    sees: isStaffOf,
    may: mayWriteFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      const facts = factsOf(input)
      if (input.version !== subject.version) return refuse('stale')
      // What is over holds no place against fewer of them.
      const fresh = await freshen(tx, subject.id, now, { raise, tell })
      const obstacle = obstacleToEdit({ ...subject, ...fresh }, facts, now) ?? obstacleToPoster(facts)
      if (obstacle) return refuse(obstacle)
      if (!(await takePoster(tx, subject, facts, actor.personId))) return refuse('posterGone')
      // Somebody may have signed up or written since it was read.
      if (!(await updateFacts(tx, subject.id, input.version, facts, now))) {
        const current = await findActivity(tx, subject.id)
        return refuse(current?.version === input.version ? 'capacityBelowConfirmed' : 'stale')
      }
      await release(tx, about(subject.id), facts.poster === undefined ? [] : [facts.poster], now)
      raiseActivity(raise, subject)
      await afterEdit(tx, { id: subject.id, startsAt: facts.startsAt }, now, { raise, tell })
      const edited = (await findActivity(tx, subject.id))!
      if (subject.status === 'published' && isMoved(subject, facts))
        tell(changed({ ...heldOf(edited), version: edited.version, was: subject }))
      if (edited.status !== 'draft') tell(written(edited, actor.personId))
      return detailView(edited, { secrets, now })
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(publishActivity, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      if (subject.status !== 'draft') return refuse('notADraft')
      if (input.version !== subject.version) return refuse('stale')
      const obstacle = obstacleToPublish(subject, now)
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
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
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
      tell(written((await findActivity(tx, subject.id))!, actor.personId))
      return reread(tx, subject.id, { secrets, now })
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(discardDraft, {
    load,
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
