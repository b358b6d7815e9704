import { and, asc, eq, gt, like, not, or } from 'drizzle-orm'
import type { Sealed } from '../platform/reseal.ts'
import { sealAnew } from '../platform/reseal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { identities } from './tables.ts'

const t = identities
/** What the table's sealed columns hold, under the current key. */
function anew(secrets: Secrets, row: typeof identities.$inferSelect) {
  const { nameSealed, numberSealed, subjectSealed } = row
  const index = (use: string, sealed: string | null) =>
    sealed === null ? null : secrets.index(use, secrets.unseal(sealed))
  return {
    nameSealed: sealAnew(secrets, nameSealed),
    numberSealed: sealAnew(secrets, numberSealed),
    numberIndex: index('idNumber', numberSealed),
    subjectSealed: sealAnew(secrets, subjectSealed),
    subjectIndex: index('subject', subjectSealed),
  }
}
/** Names, numbers and the providers' names for people. A row is sealed as a whole: one column tells for all. */
export const sealedIdentities: Sealed = {
  table: 'identities',
  columns: [
    'identities.name_sealed',
    'identities.number_sealed',
    'identities.number_index',
    'identities.subject_sealed',
    'identities.subject_index',
  ],
  async next(tx, secrets, after, limit) {
    const old = (column: typeof t.nameSealed | typeof t.numberSealed | typeof t.subjectSealed) =>
      not(like(column, `${secrets.prefix}%`))
    const rows = await tx
      .select()
      .from(t)
      .where(and(gt(t.personId, after), or(old(t.nameSealed), old(t.numberSealed), old(t.subjectSealed))))
      .orderBy(asc(t.personId))
      .limit(limit)
    for (const row of rows)
      await tx
        .update(t)
        .set(anew(secrets, row))
        // A withdrawal and a new verification meanwhile make it another row.
        .where(and(eq(t.personId, row.personId), eq(t.verifiedAt, row.verifiedAt)))
    return rows.length === 0 ? undefined : { last: rows.at(-1)!.personId, rows: rows.length }
  },
}
