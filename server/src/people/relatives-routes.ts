import {
  addRelative,
  declareRelatives,
  MAX_RELATIVES,
  myRelatives,
  removeRelative,
} from '@tmt/shared/people/relatives.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import {
  deleteRelative,
  findRelative,
  insertRelative,
  relativesOf,
  saveDeclaration,
} from './relatives-store.ts'
import { findPerson } from './store.ts'

const everyone = () => true
const me = (db: Read, _input: unknown, actor: Person) => findPerson(db, actor.personId)

export const relativeRoutes = ({ secrets }: { secrets: Secrets }): Route[] => [
  answer(myRelatives, { load: me, sees: everyone, view: ({ db, subject }) => relativesOf(db, subject.id) }),
  perform(addRelative, {
    load: me,
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject, now, refuse }) {
      if (secrets.index('phone', input.phone) === subject.phoneIndex) return refuse('yourself')
      const { items } = await relativesOf(tx, subject.id)
      if (items.length >= MAX_RELATIVES) return refuse('tooMany')
      await insertRelative(tx, secrets, { personId: subject.id, ...input }, now)
      return relativesOf(tx, subject.id)
    },
    // The number is somebody else's: it stays out of the log.
    audit: ({ relation }, { id }) => ({ subject: id, details: { relation } }),
    unique: { relatives_once: 'alreadyThere' },
  }),
  perform(removeRelative, {
    load: (tx, { id }) => findRelative(tx, id),
    sees: (actor, relative) => relative.personId === actor.personId,
    may: everyone,
    async run({ tx, subject }) {
      await deleteRelative(tx, subject.id)
      return { ok: true } as const
    },
    audit: (_input, { personId, relation }) => ({ subject: personId, details: { relation } }),
  }),
  perform(declareRelatives, {
    load: me,
    sees: everyone,
    may: everyone,
    async run({ tx, subject, now }) {
      await saveDeclaration(tx, subject.id, now)
      return relativesOf(tx, subject.id)
    },
    audit: (_input, { id }, done) => ({ subject: id, details: { relatives: done?.items.length ?? null } }),
  }),
]
