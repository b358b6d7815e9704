import {
  exportMine,
  giveConsent,
  leave,
  listConsents,
  listStored,
  type StoredSection,
  withdrawConsent,
} from '@tmt/shared/privacy/contract.ts'
import { purposes } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { AboutMe } from '../people/about-me.ts'
import { consentsOf, endConsent, saveConsent } from '../people/consent-store.ts'
import { consentWithdrawn, personLeft } from '../people/events.ts'
import { closeAccount, GRACE } from '../people/leave-store.ts'
import { findPerson } from '../people/store.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import type { Read } from '../platform/store.ts'

const everyone = () => true
const itself = async (_db: unknown, _input: unknown, actor: Person) => actor.personId

async function consentsView(db: Read, personId: string) {
  return { version: PRIVACY_VERSION, items: await consentsOf(db, personId) }
}
async function storedView(db: Read, aboutMe: readonly AboutMe[], personId: string, now: number) {
  const sections: StoredSection[] = []
  for (const { id, title, purpose, basis, retention, read } of aboutMe)
    sections.push({ id, title, purpose, basis, retention, rows: await read(db, personId, now) })
  return sections
}

const consentRoutes: Route[] = [
  answer(listConsents, {
    load: itself,
    sees: everyone,
    view: ({ db, subject }) => consentsView(db, subject),
  }),
  perform(giveConsent, {
    load: itself,
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject, now, refuse }) {
      if (input.version !== PRIVACY_VERSION) return refuse('outdated')
      await saveConsent(tx, { personId: subject, purpose: input.purpose, channel: 'page' }, now)
      return consentsView(tx, subject)
    },
    audit: ({ purpose, version }, personId) => ({ subject: personId, details: { purpose, version } }),
  }),
  perform(withdrawConsent, {
    load: itself,
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject, now, refuse, tell }) {
      if (purposes[input.purpose].needed) return refuse('needed')
      if (!(await endConsent(tx, subject, input.purpose, now))) return refuse('notGiven')
      tell(consentWithdrawn({ personId: subject, purpose: input.purpose }))
      return consentsView(tx, subject)
    },
    audit: ({ purpose }, personId) => ({ subject: personId, details: { purpose } }),
  }),
]

const leaveRoute = perform(leave, {
  load: itself,
  sees: everyone,
  may: everyone,
  async run({ tx, subject, now, tell }) {
    await closeAccount(tx, subject, now)
    tell(personLeft({ personId: subject }))
    return { erasedFrom: now + GRACE }
  },
  audit: (_input, personId) => ({ subject: personId }),
})

export function privacyRoutes(aboutMe: readonly AboutMe[]): Route[] {
  const stored = answer(listStored, {
    load: itself,
    sees: everyone,
    view: async ({ db, subject, now }) => ({ items: await storedView(db, aboutMe, subject, now) }),
  })
  const exported = answer(exportMine, {
    load: (db, { id }) => findPerson(db, id),
    // Somebody else's does not exist here, whoever asks.
    sees: (actor, person) => person.id === actor.personId,
    async view({ db, subject, now }) {
      return {
        product: '泰民通' as const,
        exportedAt: now,
        exportedOn: isoDay(now),
        noticeVersion: PRIVACY_VERSION,
        sections: await storedView(db, aboutMe, subject.id, now),
      }
    },
    audit: ({ id }) => ({ subject: id }),
  })
  return [...consentRoutes, stored, exported, leaveRoute]
}
