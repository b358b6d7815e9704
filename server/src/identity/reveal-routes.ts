import { listReveals, myReveals, revealField, reviewReveal } from '@tmt/shared/identity/contract.ts'
import { startOfDay } from '@tmt/shared/time.ts'
import { maySeePersonsOf, mayReviewReveals } from '../people/policy.ts'
import type { Actor } from '../platform/actor.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { pageOf, readCursor } from '../platform/paging.ts'
import type { Secrets } from '../platform/secrets.ts'
import {
  countReveals,
  findReveal,
  insertReveal,
  listReviewed,
  listRevealsBy,
  listWaiting,
  readReveal,
  saveReview,
} from './reveal-store.ts'
import { findSealed, PAGE } from './store.ts'

const everyone = () => true
const PER_DAY = 20
const byTime = ({ at, id }: { at: number; id: string }) => ({ at, id })
const within = (actor: Actor, communities: readonly string[]) =>
  communities.find((communityId) => maySeePersonsOf(actor, { communityId }))

/** Break-glass (《领域规格》 §2.3): a reason first, a record always, and somebody else looks at it the next day. */
const revealRoute = (secrets: Secrets) =>
  perform(revealField, {
    gather: async ({ now }) => now,
    load: (tx, { id }, _actor, now) => findSealed(tx, id, now),
    sees: (actor, { communities }) => within(actor, communities) !== undefined,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse }) {
      if ((await countReveals(tx, actor.personId, startOfDay(now))) >= PER_DAY) return refuse('tooMany')
      const held = subject[input.field]
      if (held === null) return refuse('notHeld')
      const { personId, communities } = subject
      const communityId = within(actor, communities)!
      const { field, reason } = input
      const reveal = { personId, field, reason: reason.trim(), actorId: actor.personId, communityId }
      await insertReveal(tx, reveal, now)
      return { value: secrets.unseal(held) }
    },
    audit: ({ id, field }) => ({ subject: id, details: { field } }),
  })

const reviewRoute = perform(reviewReveal, {
  load: (tx, { id }) => findReveal(tx, id),
  sees: mayReviewReveals,
  may: everyone,
  async run({ tx, actor, input, subject, now, refuse }) {
    const note = input.note.trim()
    if (subject.actorId === actor.personId) return refuse('notOneself')
    if (subject.at >= startOfDay(now)) return refuse('tooEarly')
    if (input.outcome === 'questioned' && note === '') return refuse('noteMissing')
    const review = { outcome: input.outcome, note: note || null, reviewerId: actor.personId }
    if (!(await saveReview(tx, subject.id, review, now))) return refuse('alreadyReviewed')
    return readReveal(tx, subject.id)
  },
  audit: ({ id, outcome }) => ({ subject: id, details: { outcome } }),
})

const listRoutes = [
  answer(listReveals, {
    load: async (_db, input) => input,
    sees: mayReviewReveals,
    async view({ db, input, now }) {
      const after = readCursor(input.cursor)
      const rows =
        input.state === 'done' ? await listReviewed(db, after) : await listWaiting(db, startOfDay(now), after)
      return pageOf(rows, PAGE, byTime)
    },
    audit: ({ state = 'waiting' }) => ({ subject: `reveals:${state}` }),
  }),
  answer(myReveals, {
    load: async (_db, _input, actor) => actor.personId,
    sees: everyone,
    async view({ db, input, subject }) {
      return pageOf(await listRevealsBy(db, subject, readCursor(input.cursor)), PAGE, byTime)
    },
  }),
]

export function revealRoutes({ secrets }: { secrets: Secrets }): Route[] {
  return [revealRoute(secrets), reviewRoute, ...listRoutes]
}
