import {
  confirmOrganization,
  createOrganization,
  editOrganization,
  listOrganizations,
  managedOrganizations,
  MAX_CARDS,
  moveOrganization,
  type OrganizationFacts,
  removeOrganization,
  reportOrganization,
} from '@tmt/shared/organizations/contract.ts'
import { isStaffOf, mayPublishFor } from '../people/policy.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Read } from '../platform/store.ts'
import {
  clearReports,
  countCards,
  findManaged,
  findOrganization,
  holdCommunity,
  insertOrganization,
  insertReport,
  listCards,
  listManaged,
  loadCommunity,
  move,
  remove,
  update,
} from './store.ts'

const everyone = () => true
const done = { ok: true } as const
const load = (db: Read, { id }: { id: string }) => findOrganization(db, id)
const unique = { organizations_name: 'exists' } as const
/** What is raised when a card of this community changes. */
const cardsKey = (communityId: string) => `organizations/${communityId}`

function factsOf({ kind, name, purpose, phone, hours, place }: OrganizationFacts): OrganizationFacts {
  const trimmed = { name: name.trim(), purpose: purpose.trim(), hours: hours.trim(), place: place.trim() }
  return { kind, phone, ...trimmed }
}

// What is written is public at once, so that who writes a card is who lets things out.
export const organizationRoutes = [
  answer(listOrganizations, {
    load: loadCommunity,
    sees: everyone,
    view: async ({ db, subject }) => ({ items: await listCards(db, subject.communityId) }),
    cache: { keys: ({ communityId }) => [cardsKey(communityId)] },
  }),
  answer(managedOrganizations, {
    load: loadCommunity,
    sees: isStaffOf,
    view: async ({ db, subject }) => ({
      communityName: subject.name,
      items: await listManaged(db, subject.communityId),
    }),
  }),
  perform(createOrganization, {
    load: loadCommunity,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, subject: { communityId }, now, refuse, raise }) {
      await holdCommunity(tx, communityId)
      if ((await countCards(tx, communityId)) >= MAX_CARDS) return refuse('tooMany')
      const id = await insertOrganization(tx, { ...factsOf(input), communityId }, now)
      raise(cardsKey(communityId))
      return (await findManaged(tx, id))!
    },
    audit: ({ communityId }, _subject, made) => ({
      subject: made?.id ?? communityId,
      details: { communityId },
    }),
    unique,
  }),
  perform(editOrganization, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, subject, now, refuse, raise }) {
      const facts = factsOf(input)
      // Who writes down another number has made sure of it, and what was said of the old one is over.
      const renewed = facts.phone !== subject.phone
      const changes = renewed ? { ...facts, checkedAt: now } : facts
      if (!(await update(tx, subject.id, input.version, changes))) return refuse('stale')
      if (renewed) await clearReports(tx, subject.id)
      raise(cardsKey(subject.communityId))
      return (await findManaged(tx, subject.id))!
    },
    audit: ({ id, version }, { communityId }) => ({ subject: id, details: { communityId, version } }),
    unique,
  }),
  perform(moveOrganization, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, subject, refuse, raise }) {
      await holdCommunity(tx, subject.communityId)
      if (!(await move(tx, subject, input.direction))) return refuse('atEnd')
      raise(cardsKey(subject.communityId))
      return done
    },
    audit: ({ id, direction }) => ({ subject: id, details: { direction } }),
  }),
  perform(confirmOrganization, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, input, subject, now, refuse, raise }) {
      if (!(await update(tx, subject.id, input.version, { checkedAt: now }))) return refuse('stale')
      await clearReports(tx, subject.id)
      raise(cardsKey(subject.communityId))
      return (await findManaged(tx, subject.id))!
    },
    audit: ({ id, version }) => ({ subject: id, details: { version } }),
  }),
  perform(removeOrganization, {
    load,
    sees: isStaffOf,
    may: mayPublishFor,
    async run({ tx, subject, raise }) {
      await remove(tx, subject.id)
      raise(cardsKey(subject.communityId))
      return done
    },
    audit: ({ id }, { communityId, name }) => ({ subject: id, details: { communityId, name } }),
  }),
  perform(reportOrganization, {
    load,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, subject, now }) {
      await insertReport(tx, subject.id, actor.personId, now)
      return done
    },
    audit: ({ id }) => ({ subject: id }),
    unique: { organization_reports_once: 'alreadyReported' },
  }),
]
