import type { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { REVIEW_DAYS, reviewDue } from '@tmt/shared/activities/life-rules.ts'
import { obstacleToLimits } from '@tmt/shared/activities/limit-rules.ts'
import {
  discardProposal,
  editProposal,
  myProposal,
  myProposals,
  proposeActivity,
} from '@tmt/shared/activities/proposal-contract.ts'
import { obstacleToDraft, obstacleToPoster, obstacleToPublish } from '@tmt/shared/activities/rules.ts'
import { serviceDue } from '@tmt/shared/calendar/rules.ts'
import { loadCalendar } from '../calendar/store.ts'
import { release } from '../files/store.ts'
import { organizationAt } from '../people/policy.ts'
import type { Actor } from '../platform/actor.ts'
import { answer, perform } from '../platform/endpoint.ts'
import { readCursor } from '../platform/paging.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { about, factsOf, takePoster } from './facts.ts'
import { listProposals } from './list-store.ts'
import { cardPage } from './read-routes.ts'
import { type Activity, discard, findActivity, insertActivity, loadCommunity, updateFacts } from './store.ts'
import { detailView } from './views.ts'

const load = (db: Read, { id }: { id: string }) => findActivity(db, id)
/** Whoever speaks for the organisation whose activity it is. */
const owns = (actor: Actor, activity: Activity) =>
  activity.hostUscc !== null && organizationAt(actor, activity)?.uscc === activity.hostUscc
const speaks = (actor: Actor, at: { communityId: string }) => organizationAt(actor, at) !== undefined

function obstacleTo(facts: ActivityFacts, submit: boolean, now: number) {
  const times = submit ? obstacleToPublish(facts, now) : obstacleToDraft(facts)
  return times ?? obstacleToPoster(facts) ?? obstacleToLimits(facts)
}
async function dueOf(db: Read, { signupClosesAt }: ActivityFacts, now: number) {
  const { dueAt } = serviceDue(now, REVIEW_DAYS, await loadCalendar(db))
  return reviewDue(dueAt, signupClosesAt, now)
}

/**
 * What an organisation writes, up to the moment when the community lets it out; from then on the community's worker
 * changes it, so that nothing is read that nobody has looked at.
 */
export const proposalRoutes = (secrets: Secrets) => [
  perform(proposeActivity, {
    load: loadCommunity,
    sees: speaks,
    may: () => true,
    async run({ tx, actor, input, subject, now, refuse }) {
      const facts = factsOf(input)
      const obstacle = obstacleTo(facts, input.submit, now)
      if (obstacle) return refuse(obstacle)
      const made = {
        ...facts,
        communityId: subject.communityId,
        createdBy: actor.personId,
        publish: false,
        host: organizationAt(actor, subject)!,
        ...(input.submit && { reviewDueAt: await dueOf(tx, facts, now) }),
      }
      const id = await insertActivity(tx, made, now)
      const stored = (await findActivity(tx, id))!
      if (!(await takePoster(tx, stored, facts, actor.personId))) return refuse('posterGone')
      return detailView(stored, { secrets, now })
    },
    audit: ({ communityId, submit }, _subject, made) => ({
      subject: made?.id ?? communityId,
      details: { communityId, submit },
    }),
  }),
  perform(editProposal, {
    load,
    sees: owns,
    may: () => true,
    async run({ tx, actor, input, subject, now, refuse }) {
      if (subject.status !== 'draft') return refuse('notADraft')
      if (input.version !== subject.version) return refuse('stale')
      const facts = factsOf(input)
      const obstacle = obstacleTo(facts, input.submit, now)
      if (obstacle) return refuse(obstacle)
      if (!(await takePoster(tx, subject, facts, actor.personId))) return refuse('posterGone')
      const course = input.submit
        ? {
            status: 'review' as const,
            submittedAt: now,
            reviewDueAt: await dueOf(tx, facts, now),
            returnReason: null,
          }
        : undefined
      if (!(await updateFacts(tx, subject, facts, now, course))) return refuse('stale')
      await release(tx, about(subject.id), facts.poster === undefined ? [] : [facts.poster], now)
      return detailView((await findActivity(tx, subject.id))!, { secrets, now })
    },
    audit: ({ id, version, submit }) => ({ subject: id, details: { version, submit } }),
  }),
  perform(discardProposal, {
    load,
    sees: owns,
    may: () => true,
    async run({ tx, subject, now, refuse }) {
      if (!(await discard(tx, subject.id))) return refuse('notADraft')
      await release(tx, about(subject.id), [], now)
      return { ok: true } as const
    },
    audit: ({ id }, { communityId }) => ({ subject: id, details: { communityId } }),
  }),
  answer(myProposals, {
    load: loadCommunity,
    sees: speaks,
    async view({ db, actor, input, subject, now }) {
      const { uscc } = organizationAt(actor, subject)!
      const { communityId } = subject
      const rows = await listProposals(db, { communityId, uscc }, readCursor(input.cursor))
      return cardPage(rows, { secrets, now })
    },
  }),
  answer(myProposal, {
    load,
    sees: owns,
    view: async ({ subject, now }) => detailView(subject, { secrets, now }),
  }),
]
