import type { Division } from '@tmt/shared/divisions/contract.ts'
import { and, asc, eq, inArray, not, or, sql } from 'drizzle-orm'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { divisions } from './tables.ts'

export const divisionColumns = {
  code: divisions.code,
  name: divisions.name,
  level: divisions.level,
  kind: divisions.kind,
  parent: divisions.parent,
}
export type DivisionRow = typeof divisions.$inferSelect

const byCode = prepared((db: Read) =>
  db
    .select()
    .from(divisions)
    .where(eq(divisions.code, sql.placeholder('code'))),
)
export async function findDivision(db: Read, code: string): Promise<DivisionRow | undefined> {
  const [row] = await byCode(db, { code })
  return row
}
/** The units above one, from the city down. */
export async function pathOf(db: Read, codes: readonly string[]): Promise<DivisionRow[]> {
  if (codes.length === 0) return []
  return db
    .select()
    .from(divisions)
    .where(inArray(divisions.code, [...codes]))
    .orderBy(asc(divisions.code))
}
/** Statistical units that are virtual by name stand for nobody's home. */
const real = or(not(eq(divisions.kind, 'statistical')), sql`${divisions.name} not like '%虚拟%'`)

export function childrenOf(db: Read, code: string): Promise<Division[]> {
  return db
    .select(divisionColumns)
    .from(divisions)
    .where(and(eq(divisions.parent, code), real))
    .orderBy(asc(divisions.code))
    .then((rows) => rows)
}
/** Towns and communities whose names contain the words; at most `limit`, those that begin with them first. */
export function searchByName(db: Read, words: string, limit: number): Promise<Division[]> {
  const escaped = words.replace(/[\\%_]/g, (c) => `\\${c}`)
  return db
    .select(divisionColumns)
    .from(divisions)
    .where(
      and(
        inArray(divisions.level, ['town', 'community']),
        real,
        sql`${divisions.name} like ${`%${escaped}%`} escape '\\'`,
      ),
    )
    .orderBy(
      sql`case when ${divisions.name} like ${`${escaped}%`} escape '\\' then 0 else 1 end`,
      asc(divisions.code),
    )
    .limit(limit)
    .then((rows) => rows)
}
/** Writes the register; what an operator entered (telephone, counter) stays. */
export async function saveRegister(tx: Write, units: readonly Division[]) {
  for (let i = 0; i < units.length; i += 500) {
    await tx
      .insert(divisions)
      .values(units.slice(i, i + 500))
      .onConflictDoUpdate({
        target: divisions.code,
        set: {
          name: sql`excluded.name`,
          level: sql`excluded.level`,
          kind: sql`excluded.kind`,
          parent: sql`excluded.parent`,
        },
      })
  }
}
export async function saveCounter(
  tx: Write,
  code: string,
  contact: { phone: string; counter: string; demo: boolean },
) {
  await tx.update(divisions).set(contact).where(eq(divisions.code, code))
}
