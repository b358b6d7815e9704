import { communityOf } from '@tmt/shared/divisions/place-rules.ts'
import { sql } from 'drizzle-orm'
import { places } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import type { Read } from '../platform/store.ts'
import { residencies } from './tables.ts'

type Ask = { of: string; until: number; after: string; limit: number }

/** Whoever is verified to live, or to own, in one of these 小区 and grids (their codes, joined by commas); those after `after`. */
export async function livingIn(db: Read, { of, until, after, limit }: Ask): Promise<string[]> {
  const inside = of
    .split(',')
    .map(
      (code) =>
        sql`(${places.areaCode} = ${code} or ${places.gridCode} = ${code} or ${places.gridCode} like ${`${code}-%`})`,
    )
  const communities = [...new Set(of.split(',').map(communityOf))]
  const rows = await db.rows<{ id: string }>(
    sql`select distinct ${persons.id} as id from ${residencies}
        join ${places} on ${places.code} = ${residencies.placeCode}
        join ${persons} on ${persons.id} = ${residencies.personId}
        where ${residencies.communityId} in ${communities} and ${residencies.status} = 'verified'
        and (${sql.join(inside, sql` or `)})
        and ${persons.id} > ${after} and ${persons.leftAt} is null and ${persons.createdAt} <= ${until}
        order by id limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}
