import { countRead, getNotice, listNotices } from '@tmt/shared/notices/contract.ts'
import { managedNotice, managedNotices } from '@tmt/shared/notices/staff-contract.ts'
import { DAY, isoDay, startOfDay } from '@tmt/shared/time.ts'
import { findDivision } from '../divisions/store.ts'
import { isStaffAt } from '../people/policy.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { listKeys, noticeKey } from './caching.ts'
import { listManaged, listNotices as list } from './list-store.ts'
import { pageOf, readCursor } from './paging.ts'
import { countRead as count, digestOf } from './reads-store.ts'
import { findNotice } from './store.ts'
import { detailView, managedView } from './views.ts'

const everyone = () => true

/** What is open to everybody; a draft is nobody's. */
async function loadPublic(db: Read, { id }: { id: string }) {
  const notice = await findNotice(db, id)
  return notice?.status === 'draft' ? undefined : notice
}
export async function loadPlace(db: Read, { division }: { division: string }) {
  return (await findDivision(db, division)) && { division }
}

export const readRoutes = [
  answer(listNotices, {
    load: loadPlace,
    sees: everyone,
    async view({ db, input, now }) {
      const { division, kind, when = 'current' } = input
      const rows = await list(db, { division, kind, when, after: readCursor(input.cursor), now })
      const cursorOf = (row: (typeof rows)[number]) => ({
        rank: row.rank,
        at: row.publishedAt ?? 0,
        id: row.id,
      })
      const { items, next } = pageOf(rows, cursorOf)
      return { items: items.map(({ rank: _, ...card }) => card), next }
    },
    cache: {
      keys: ({ division }) => listKeys(division),
      // The first one to expire leaves the list, or comes among the past ones, by the clock alone.
      validUntil: ({ items }, now) =>
        Math.min(...items.map((n) => n.listedUntil).filter((until) => until > now)),
    },
  }),
  answer(getNotice, {
    load: loadPublic,
    sees: everyone,
    view: ({ db, subject }) => detailView(db, subject),
    cache: { keys: ({ id }) => [noticeKey(id)] },
  }),
  answer(managedNotices, {
    load: loadPlace,
    sees: isStaffAt,
    async view({ db, input }) {
      const rows = await listManaged(db, input.division, readCursor(input.cursor))
      const { items, next } = pageOf(rows, ({ createdAt, id }) => ({ rank: 0, at: createdAt, id }))
      return { items: items.map(({ createdAt: _, ...card }) => card), next }
    },
  }),
  answer(managedNotice, {
    load: (db, { id }) => findNotice(db, id),
    sees: isStaffAt,
    view: ({ db, subject }) => managedView(db, subject),
  }),
]

/** Readers are counted, not known: what is kept of one is a digest that leads back to nobody. */
export const readingRoute = (secrets: Secrets) =>
  perform(countRead, {
    load: loadPublic,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, subject, now }) {
      const { id, device } = input
      const { personId } = actor
      const digest = digestOf(secrets, id, personId ? { personId } : { device, day: isoDay(now) })
      const until = personId ? null : startOfDay(now) + DAY
      if (now < subject.listedUntil) await count(tx, { noticeId: id, digest, until }, now)
      return { ok: true } as const
    },
    audit: ({ id }) => ({ subject: id }),
  })
