import { chooseCommunity, getMe, setName } from '@tmt/shared/people/contract.ts'
import { listSessions, revokeSession, signOut } from '@tmt/shared/people/account-contract.ts'
import { listPersonas } from '@tmt/shared/people/sign-in-contract.ts'
import { isVirtual } from '@tmt/shared/divisions/rules.ts'
import { findDivision } from '../divisions/store.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { closeSession, findSession, sessionsOf } from './session-store.ts'
import {
  personaRoute,
  requestCodeRoute,
  type SignInParts,
  signInByCodeRoute,
  signInByWechatRoute,
} from './sign-in.ts'
import { findPerson, listPersonas as personas, saveCommunity, saveName } from './store.ts'
import { meView } from './views.ts'

const everyone = () => true
const done = { ok: true } as const

const accountRoutes = [
  answer(getMe, {
    load: (db, _input, actor) => findPerson(db, actor.personId),
    sees: everyone,
    view: ({ db, subject, now }) => meView(db, subject, now),
  }),
  perform(chooseCommunity, {
    load: (tx, _input, actor) => findPerson(tx, actor.personId),
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse }) {
      if (actor.confinedTo && input.communityId !== actor.confinedTo) return refuse('confined')
      const division = await findDivision(tx, input.communityId)
      if (division?.level !== 'community' || isVirtual(division)) return refuse('notACommunity')
      await saveCommunity(tx, subject.id, division.code)
      return meView(tx, { ...subject, communityId: division.code }, now)
    },
    audit: (input, subject) => ({ subject: subject.id, details: { communityId: input.communityId } }),
  }),
  perform(setName, {
    load: (tx, _input, actor) => findPerson(tx, actor.personId),
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject, now }) {
      const name = input.name.trim()
      await saveName(tx, subject.id, name)
      return meView(tx, { ...subject, name }, now)
    },
    audit: (_input, subject) => ({ subject: subject.id }),
  }),
  answer(listSessions, {
    load: async (_db, _input, actor) => actor,
    sees: everyone,
    async view({ db, actor, now }) {
      const rows = await sessionsOf(db, actor.personId, now)
      const view = ({ id, device, createdAt, usedAt, expiresAt }: (typeof rows)[number]) => ({
        id,
        device,
        createdAt,
        usedAt,
        expiresAt,
        current: id === actor.sessionId,
      })
      return { items: rows.map(view) }
    },
  }),
  perform(revokeSession, {
    load: (tx, input) => findSession(tx, input.id),
    sees: (actor, session) => session.personId === actor.personId,
    may: everyone,
    async run({ tx, subject }) {
      await closeSession(tx, subject.id)
      return done
    },
    audit: (_input, subject) => ({ subject: subject.id }),
  }),
  perform(signOut, {
    load: async (_tx, _input, actor) => actor,
    sees: everyone,
    may: everyone,
    async run({ tx, actor }) {
      await closeSession(tx, actor.sessionId)
      return done
    },
    audit: (_input, subject) => ({ subject: subject.sessionId }),
  }),
]

export function peopleRoutes(parts: SignInParts & { demo: boolean }): Route[] {
  const signIn = [requestCodeRoute(parts), signInByCodeRoute(parts), signInByWechatRoute(parts)]
  return [...signIn, ...accountRoutes, ...(parts.demo ? demoRoutes(parts) : [])]
}

function demoRoutes({ secrets }: SignInParts): Route[] {
  const list = answer(listPersonas, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db }) {
      const rows = await personas(db)
      const view = ({ id, name, role, division, sealed }: (typeof rows)[number]) => ({
        id: id!,
        name: name ?? '演示',
        role,
        division,
        phone: secrets.unseal(sealed),
      })
      return { items: rows.map(view) }
    },
  })
  return [list, personaRoute]
}
