import { desc, eq } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { opinionDays, opinions } from './tables.ts'

/** All opinions of a person, the latest first. */
export function allOpinionsOf(db: Read, personId: string) {
  return db
    .select()
    .from(opinions)
    .where(eq(opinions.personId, personId))
    .orderBy(desc(opinions.at), desc(opinions.id))
    .then((rows) => rows)
}
/** The person is erased: the opinions stay, as a guest's do. */
export async function forgetWriter(tx: Write, personId: string) {
  await tx.update(opinions).set({ personId: null }).where(eq(opinions.personId, personId))
  await tx.delete(opinionDays).where(eq(opinionDays.personId, personId))
}
