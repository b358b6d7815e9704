import { and, eq } from 'drizzle-orm'
import type { Read } from '../platform/store.ts'
import { helps } from './tables.ts'

/** Whether a relation of this person was ever written down at this counter. */
export async function wasRecordedAt(db: Read, personId: string, communityId: string) {
  return (await db.$count(helps, and(eq(helps.personId, personId), eq(helps.communityId, communityId)))) > 0
}
