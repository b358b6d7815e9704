import { lineOf } from '@tmt/shared/divisions/rules.ts'
import type { Kind, NoticeCard } from '@tmt/shared/notices/contract.ts'
import type { ManagedCard } from '@tmt/shared/notices/staff-contract.ts'
import { and, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { type Cursor, PAGE } from './paging.ts'
import { withPlaces } from './store.ts'
import { notices } from './tables.ts'

const P = sql.placeholder

const cardColumns = {
  id: notices.id,
  division: notices.division,
  divisionName: divisions.name,
  places: notices.places,
  ageFrom: notices.ageFrom,
  ageTo: notices.ageTo,
  kind: notices.kind,
  title: notices.title,
  startsAt: notices.startsAt,
  endsAt: notices.endsAt,
  listedUntil: notices.listedUntil,
  urgent: notices.urgent,
  pinned: notices.pinned,
  status: notices.status,
  publishedAt: notices.publishedAt,
  correctedAt: notices.correctedAt,
  demo: notices.demo,
}

const shown = inArray(notices.status, ['published', 'withdrawn'])
/** Those for a unit, and those for the units above. What narrows an audience within its unit is asked on the reader's own device: the list is the same for everybody. */
const concerns = sql`${notices.division} in (${P('own')}, ${P('above1')}, ${P('above2')}, ${P('above3')})`
const units = (division: string) => {
  const [own, above1 = own, above2 = own, above3 = own] = lineOf(division)
  return { own, above1, above2, above3 }
}

/** One prepared statement for each kind of list: with or without a kind, standing or past. */
function listOf(byKind: boolean, when: 'current' | 'past') {
  const kind = byKind ? eq(notices.kind, P('kind')) : undefined
  const [standing, after, order]: [SQL, SQL, SQL[]] =
    when === 'current'
      ? [
          gt(notices.listedUntil, P('now')),
          sql`(${notices.rank}, ${notices.publishedAt}, ${notices.id}) < (${P('rank')}, ${P('at')}, ${P('id')})`,
          [desc(notices.rank), desc(notices.publishedAt), desc(notices.id)],
        ]
      : [
          lte(notices.listedUntil, P('now')),
          sql`(${notices.publishedAt}, ${notices.id}) < (${P('at')}, ${P('id')})`,
          [desc(notices.publishedAt), desc(notices.id)],
        ]
  return prepared((db: Read) =>
    db
      .select({ ...cardColumns, rank: notices.rank })
      .from(notices)
      .innerJoin(divisions, eq(divisions.code, notices.division))
      .where(and(concerns, shown, standing, kind, after))
      .orderBy(...order)
      .limit(PAGE + 1),
  )
}
const lists = {
  current: { all: listOf(false, 'current'), kind: listOf(true, 'current') },
  past: { all: listOf(false, 'past'), kind: listOf(true, 'past') },
}

type Ask = {
  division: string
  kind?: Kind | undefined
  when: 'current' | 'past'
  after: Cursor
  now: number
}
/** A whole page and one row more, which tells that there is a next page. */
export async function listNotices(db: Read, ask: Ask): Promise<(NoticeCard & { rank: number })[]> {
  const list = lists[ask.when][ask.kind === undefined ? 'all' : 'kind']
  const rows = await list(db, { ...units(ask.division), kind: ask.kind, now: ask.now, ...ask.after })
  return rows.map(withPlaces)
}

const managed = prepared((db: Read) =>
  db
    .select({ ...cardColumns, reads: notices.reads, createdAt: notices.createdAt })
    .from(notices)
    .innerJoin(divisions, eq(divisions.code, notices.division))
    .where(
      and(
        eq(notices.division, P('division')),
        sql`(${notices.createdAt}, ${notices.id}) < (${P('at')}, ${P('id')})`,
      ),
    )
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(PAGE + 1),
)
/** Everything that a unit itself has written, drafts too, the newest first. */
export async function listManaged(
  db: Read,
  division: string,
  { at, id }: Cursor,
): Promise<(ManagedCard & { createdAt: number })[]> {
  return (await managed(db, { division, at, id })).map(withPlaces)
}
