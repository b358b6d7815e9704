import { desc, eq } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { organizationReports, organizations } from './tables.ts'

/** Cards that a person said nobody answers at, and that were not looked after since; the latest first. */
export function reportsOf(db: Read, personId: string) {
  return db
    .select({ at: organizationReports.at, name: organizations.name })
    .from(organizationReports)
    .innerJoin(organizations, eq(organizations.id, organizationReports.organizationId))
    .where(eq(organizationReports.personId, personId))
    .orderBy(desc(organizationReports.at), desc(organizationReports.id))
    .then((rows) => rows)
}
export async function forgetReportsOf(tx: Write, personId: string) {
  await tx.delete(organizationReports).where(eq(organizationReports.personId, personId))
}
