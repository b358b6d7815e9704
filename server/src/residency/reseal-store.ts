import { doorKey } from '@tmt/shared/residency/rules.ts'
import { and, asc, eq, gt, like, ne, not, or, sql } from 'drizzle-orm'
import { type Sealed, sealAnew } from '../platform/reseal.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { residencies, seatChanges, seats } from './tables.ts'

const t = residencies
type Row = typeof residencies.$inferSelect

/**
 * The households and units of a door follow it. One that was made under the new index meanwhile, for who was verified
 * while this ran, is the same: it joins the older one.
 */
async function moveSeats(tx: Write, from: string, to: string) {
  for (const { id, purpose } of await tx.select().from(seats).where(eq(seats.doorIndex, from))) {
    const [twin] = await tx
      .select({ id: seats.id })
      .from(seats)
      .where(and(eq(seats.doorIndex, to), eq(seats.purpose, purpose), ne(seats.id, id)))
    if (twin) {
      await tx
        .update(seatChanges)
        .set({
          seatId: id,
          pendingOf: null,
          state: sql`case when ${seatChanges.state} = 'pending' then 'lapsed' else ${seatChanges.state} end`,
        })
        .where(eq(seatChanges.seatId, twin.id))
      await tx.delete(seats).where(eq(seats.id, twin.id))
    }
    await tx.update(seats).set({ doorIndex: to }).where(eq(seats.id, id))
  }
}
async function renew(tx: Write, secrets: Secrets, row: Row) {
  const { id, personId, owning, placeCode, doorSealed, certTailSealed } = row
  const doorIndex = secrets.index('door', `${placeCode}\0${doorKey(secrets.unseal(doorSealed))}`)
  const again = and(eq(t.personId, personId), eq(t.doorIndex, doorIndex), eq(t.owning, owning), ne(t.id, id))
  // Whoever registered the same door once more meanwhile has it there: this one stays beside it.
  const taken = (await tx.$count(t, again)) > 0
  const sealed = {
    doorSealed: sealAnew(secrets, doorSealed),
    certTailSealed: sealAnew(secrets, certTailSealed),
  }
  const mine = and(eq(t.id, id), eq(t.doorSealed, doorSealed))
  await tx
    .update(t)
    .set({ ...sealed, ...(!taken && { doorIndex }) })
    .where(mine)
  return doorIndex
}

/**
 * Doors, and the ends of certificates. All of one door go in one unit, with what has a voice there: a household never
 * stands divided between two keys.
 */
export const sealedDoors: Sealed = {
  table: 'residencies',
  columns: [
    'residencies.door_sealed',
    'residencies.door_index',
    'residencies.cert_tail_sealed',
    'seats.door_index',
  ],
  async next(tx, secrets, after, limit) {
    const old = (column: typeof t.doorSealed | typeof t.certTailSealed) =>
      not(like(column, `${secrets.prefix}%`))
    const isOld = or(old(t.doorSealed), old(t.certTailSealed))
    const found = await tx
      .select({ id: t.id, doorIndex: t.doorIndex })
      .from(t)
      .where(and(gt(t.id, after), isOld))
      .orderBy(asc(t.id))
      .limit(limit)
    let rows = 0
    for (const door of new Set(found.map(({ doorIndex }) => doorIndex))) {
      const here = await tx
        .select()
        .from(t)
        .where(and(eq(t.doorIndex, door), isOld))
      let moved = door
      for (const row of here) moved = await renew(tx, secrets, row)
      if (moved !== door) await moveSeats(tx, door, moved)
      rows += here.length
    }
    return found.length === 0 ? undefined : { last: found.at(-1)!.id, rows }
  },
}
