import { and, asc, eq, gt, isNotNull, like, not } from 'drizzle-orm'
import { type Sealed, sealAnew } from '../platform/reseal.ts'
import { helps, undoCodes } from './tables.ts'
import { indexOfDigits } from './undo-code.ts'

/** Days of birth of wards. */
export const sealedWards: Sealed = {
  table: 'helps',
  columns: ['helps.ward_born_sealed'],
  async next(tx, secrets, after, limit) {
    const t = helps
    const isOld = and(isNotNull(t.wardBornSealed), not(like(t.wardBornSealed, `${secrets.prefix}%`)))
    const rows = await tx
      .select({ id: t.id, sealed: t.wardBornSealed })
      .from(t)
      .where(and(gt(t.id, after), isOld))
      .orderBy(asc(t.id))
      .limit(limit)
    for (const { id, sealed } of rows)
      await tx
        .update(t)
        .set({ wardBornSealed: sealAnew(secrets, sealed) })
        .where(and(eq(t.id, id), eq(t.wardBornSealed, sealed!)))
    return rows.length === 0 ? undefined : { last: rows.at(-1)!.id, rows: rows.length }
  },
}

/** What undoes an act: a message that lies in somebody's phone is good under the new key too. */
export const sealedUndoCodes: Sealed = {
  table: 'undo_codes',
  columns: ['undo_codes.digits_sealed', 'undo_codes.digits_index'],
  async next(tx, secrets, after, limit) {
    const t = undoCodes
    const rows = await tx
      .select({ actId: t.actId, sealed: t.digitsSealed })
      .from(t)
      .where(and(gt(t.actId, after), not(like(t.digitsSealed, `${secrets.prefix}%`))))
      .orderBy(asc(t.actId))
      .limit(limit)
    for (const { actId, sealed } of rows) {
      const digits = secrets.unseal(sealed)
      await tx
        .update(t)
        .set({ digitsSealed: secrets.seal(digits), digitsIndex: indexOfDigits(secrets, digits) })
        .where(eq(t.actId, actId))
    }
    return rows.length === 0 ? undefined : { last: rows.at(-1)!.actId, rows: rows.length }
  },
}
