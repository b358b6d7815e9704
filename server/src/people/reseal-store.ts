import { and, asc, eq, gt, ne, not, like } from 'drizzle-orm'
import type { Sealed } from '../platform/reseal.ts'
import { persons, relatives } from './tables.ts'

/** Numbers of people; those of erased ones are gone. */
export const sealedPhones: Sealed = {
  table: 'persons',
  columns: ['persons.phone_sealed', 'persons.phone_index'],
  async next(tx, secrets, after, limit) {
    const rows = await tx
      .select({ id: persons.id, sealed: persons.phoneSealed })
      .from(persons)
      .where(
        and(
          gt(persons.id, after),
          ne(persons.phoneSealed, ''),
          not(like(persons.phoneSealed, `${secrets.prefix}%`)),
        ),
      )
      .orderBy(asc(persons.id))
      .limit(limit)
    for (const { id, sealed } of rows) {
      const phone = secrets.unseal(sealed)
      await tx
        .update(persons)
        .set({ phoneSealed: secrets.seal(phone), phoneIndex: secrets.index('phone', phone) })
        .where(and(eq(persons.id, id), eq(persons.phoneSealed, sealed)))
    }
    return rows.length === 0 ? undefined : { last: rows.at(-1)!.id, rows: rows.length }
  },
}

/** Numbers of the staff's relatives: found by them are those whom they must not deal with. */
export const sealedRelatives: Sealed = {
  table: 'relatives',
  columns: ['relatives.phone_sealed', 'relatives.phone_index'],
  async next(tx, secrets, after, limit) {
    const t = relatives
    const isOld = and(ne(t.phoneSealed, ''), not(like(t.phoneSealed, `${secrets.prefix}%`)))
    const rows = await tx
      .select({ id: t.id, sealed: t.phoneSealed })
      .from(t)
      .where(and(gt(t.id, after), isOld))
      .orderBy(asc(t.id))
      .limit(limit)
    for (const { id, sealed } of rows) {
      const phone = secrets.unseal(sealed)
      await tx
        .update(t)
        .set({ phoneSealed: secrets.seal(phone), phoneIndex: secrets.index('phone', phone) })
        .where(eq(t.id, id))
    }
    return rows.length === 0 ? undefined : { last: rows.at(-1)!.id, rows: rows.length }
  },
}
