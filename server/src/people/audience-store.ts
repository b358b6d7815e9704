import { beyondOf, levelOf } from '@tmt/shared/divisions/rules.ts'
import { sql } from 'drizzle-orm'
import type { Read } from '../platform/store.ts'
import { persons, roleGrants } from './tables.ts'

type Ask = { of: string; until: number; after: string; limit: number }
/**
 * Whom a unit's news concern: its verified residents, and whoever chose one of its communities as theirs. Whoever has
 * left is not among them. In the order of their ids, once each, also where somebody lives in two places of it.
 */
export async function residentsOf(db: Read, ask: Ask): Promise<string[]> {
  // A few hundred batches over a city: each goes on in the table where the last one ended. Of a small unit each batch
  // finds its people by the indexes instead, and passes nobody else.
  const wide = ['city', 'district'].includes(levelOf(ask.of))
  const rows = await db.rows<{ id: string }>(wide ? inAll(ask) : inFew(ask))
  return rows.map(({ id }) => id)
}
const holdsThere = ({ of: division, until }: Ask) =>
  sql`${roleGrants.role} = 'resident' and ${roleGrants.division} >= ${division}
      and ${roleGrants.division} < ${beyondOf(division)} and ${roleGrants.revokedAt} is null
      and (${roleGrants.until} is null or ${roleGrants.until} > ${until})`
const choseThere = ({ of: division }: Ask) =>
  sql`${persons.communityId} >= ${division} and ${persons.communityId} < ${beyondOf(division)}`
const present = ({ until, after }: Ask) =>
  sql`${persons.id} > ${after} and ${persons.leftAt} is null and ${persons.createdAt} <= ${until}`
const inAll = (ask: Ask) =>
  sql`select ${persons.id} as id from ${persons}
      where ${present(ask)} and ((${choseThere(ask)}) or exists (select 1 from ${roleGrants}
        where ${roleGrants.personId} = ${persons.id} and ${holdsThere(ask)}))
      order by ${persons.id} limit ${ask.limit}`
const inFew = (ask: Ask) =>
  sql`select ${persons.id} as id from ${persons} where ${choseThere(ask)} and ${present(ask)}
      union select ${persons.id} as id from ${roleGrants} join ${persons} on ${persons.id} = ${roleGrants.personId}
      where ${holdsThere(ask)} and ${present(ask)}
      order by id limit ${ask.limit}`

/** Whoever holds a role of the staff now and has not left, in the order of their ids; those after `after`. */
export async function listStaff(
  db: Read,
  ask: { after: string; now: number; limit: number },
): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    sql`select ${persons.id} as id from ${persons}
        where ${persons.id} > ${ask.after} and ${persons.leftAt} is null
        and exists (select 1 from ${roleGrants} where ${roleGrants.personId} = ${persons.id}
          and ${roleGrants.role} in ('worker', 'grid', 'committee', 'town', 'district', 'city')
          and ${roleGrants.revokedAt} is null and (${roleGrants.until} is null or ${roleGrants.until} > ${ask.now}))
        order by ${persons.id} limit ${ask.limit}`,
  )
  return rows.map(({ id }) => id)
}
