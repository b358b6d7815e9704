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
  const rows = await db.rows<{ id: string }>(
    sql`select ${persons.id} as id from ${persons}
        where ${persons.id} > ${after} and ${persons.leftAt} is null and ${persons.createdAt} <= ${until}
        and exists (select 1 from ${residencies} join ${places} on ${places.code} = ${residencies.placeCode}
          where ${residencies.personId} = ${persons.id} and ${residencies.status} = 'verified'
          and (${sql.join(inside, sql` or `)}))
        order by ${persons.id} limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}
