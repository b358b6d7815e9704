import { byPressing } from '@tmt/shared/due.ts'
import { listMine, listOpen } from '@tmt/shared/home/contract.ts'
import { findDivision } from '../divisions/store.ts'
import { answer } from '../platform/endpoint.ts'
import { mineDue, openDue } from './register.ts'

/** A page at home shows a few; the feature's own list has the rest. */
const SHOWN = 20
const everyone = () => true

export const homeRoutes = [
  answer(listOpen, {
    async load(db, { communityId }) {
      const division = await findDivision(db, communityId)
      return division?.level === 'community' ? { communityId } : undefined
    },
    sees: everyone,
    async view({ db, subject: { communityId }, now }) {
      const lists = await Promise.all(
        openDue.map((feature) => feature.list(db, { communityId, now, limit: SHOWN })),
      )
      return { items: lists.flat().toSorted(byPressing).slice(0, SHOWN) }
    },
    cache: {
      keys: ({ communityId }) => openDue.map((feature) => feature.key(communityId)),
      // The first one to close leaves the list by the clock alone.
      validUntil: ({ items }, now) =>
        Math.min(...items.flatMap(({ until }) => (until !== null && until > now ? [until] : []))),
    },
  }),
  answer(listMine, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db, actor, now }) {
      const ask = { personId: actor.personId, now, limit: SHOWN }
      const lists = await Promise.all(mineDue.map((feature) => feature(db, ask)))
      return { items: lists.flat().toSorted(byPressing).slice(0, SHOWN) }
    },
  }),
]
