import { addChild, type Child, listChildren, removeChild } from '@tmt/shared/activities/children-contract.ts'
import { needsDataConsent, obstacleToChild } from '@tmt/shared/activities/children.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import {
  childrenOf,
  type ChildRow,
  deleteChildren,
  findChild,
  insertChild,
  isComing,
} from './children-store.ts'

function childView(row: ChildRow, secrets: Secrets): Child {
  const { id, relation, consentAt, consentVersion } = row
  const name = secrets.unseal(row.nameSealed)
  return { id, name, born: secrets.unseal(row.bornSealed), relation, consentAt, consentVersion }
}

/** Children without an account: put down, read and taken away by their guardian alone. */
export const childrenRoutes = (secrets: Secrets) => [
  answer(listChildren, {
    load: async (_db, input) => input,
    sees: () => true,
    async view({ db, actor }) {
      const rows = await childrenOf(db, actor.personId)
      return { items: rows.map((row) => childView(row, secrets)) }
    },
  }),
  perform(addChild, {
    load: async (_tx, input) => input,
    sees: () => true,
    may: () => true,
    async run({ tx, actor, input, now, refuse }) {
      const obstacle = obstacleToChild(input, now)
      if (obstacle) return refuse(obstacle)
      const row = await insertChild(tx, {
        guardianId: actor.personId,
        nameSealed: secrets.seal(input.name.trim()),
        bornSealed: secrets.seal(input.born),
        relation: input.relation,
        consentVersion: PRIVACY_VERSION,
        consentAt: now,
        dataConsent: needsDataConsent(input.born, now),
      })
      return row ? childView(row, secrets) : refuse('tooMany')
    },
    audit: ({ relation }, _subject, made) => ({ subject: made?.id ?? 'child', details: { relation } }),
  }),
  perform(removeChild, {
    load: (tx, { id }) => findChild(tx, id),
    sees: ({ personId }, { guardianId }) => personId === guardianId,
    may: () => true,
    async run({ tx, input, now, refuse }) {
      if (await isComing(tx, input.id, now)) return refuse('stillListed')
      await deleteChildren(tx, [input.id])
      return { ok: true } as const
    },
    audit: ({ id }) => ({ subject: id }),
  }),
]
