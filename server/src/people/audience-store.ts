import { beyondOf } from '@tmt/shared/divisions/rules.ts'
import { sql } from 'drizzle-orm'
import type { Read } from '../platform/store.ts'
import { persons, roleGrants } from './tables.ts'

type Ask = { of: string; until: number; after: string; limit: number }
/**
 * Whom a unit's news concern: its verified residents, and whoever chose one of its communities as theirs. Whoever has
 * left is not among them. In the order of their ids, once each, also where somebody lives in two places of it.
 */
export async function residentsOf(db: Read, { of: division, until, after, limit }: Ask): Promise<string[]> {
  const beyond = beyondOf(division)
  const rows = await db.rows<{ id: string }>(
    sql`select ${persons.id} as id from ${persons}
        where ${persons.id} > ${after} and ${persons.leftAt} is null and ${persons.createdAt} <= ${until}
        and ((${persons.communityId} >= ${division} and ${persons.communityId} < ${beyond})
          or exists (select 1 from ${roleGrants} where ${roleGrants.personId} = ${persons.id}
            and ${roleGrants.role} = 'resident' and ${roleGrants.division} >= ${division}
            and ${roleGrants.division} < ${beyond} and ${roleGrants.revokedAt} is null
            and (${roleGrants.until} is null or ${roleGrants.until} > ${until})))
        order by ${persons.id} limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}

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
