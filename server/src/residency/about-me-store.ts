import { eq, inArray } from 'drizzle-orm'
import type { Write } from '../platform/store.ts'
import { settleSeat } from './seat-standing.ts'
import { residenciesOf } from './store.ts'
import { doorCodes, residencies, seatAnswers } from './tables.ts'

/** The person is erased: their homes go, and whoever lives with them is a household without them. */
export async function forgetHomes(tx: Write, personId: string, now: number) {
  const homes = await residenciesOf(tx, personId)
  const ids = homes.map(({ id }) => id)
  await tx.delete(doorCodes).where(eq(doorCodes.personId, personId))
  await tx.delete(seatAnswers).where(eq(seatAnswers.personId, personId))
  if (ids.length === 0) return
  await tx.update(doorCodes).set({ residencyId: null }).where(inArray(doorCodes.residencyId, ids))
  await tx.delete(residencies).where(eq(residencies.personId, personId))
  for (const home of homes) await settleSeat(tx, home, now)
}
