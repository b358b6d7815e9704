import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { noticeReads, notices } from './tables.ts'

type Reader = { personId: string } | { device: string; day: string }
/** Leads back to nobody; the same for the same reader of the same notice. */
export function digestOf(secrets: Secrets, noticeId: string, reader: Reader) {
  return 'personId' in reader
    ? secrets.index('notice read by person', `${noticeId} ${reader.personId}`)
    : secrets.index('notice read by device', `${noticeId} ${reader.day} ${reader.device}`)
}

/** Counts a reading once for its digest, as long as the notice is listed. */
export async function countRead(
  tx: Write,
  read: { noticeId: string; digest: string; until: number | null },
  now: number,
) {
  const fresh = await tx
    .insert(noticeReads)
    .values(read)
    .onConflictDoNothing()
    .returning({ digest: noticeReads.digest })
  if (fresh.length === 0) return
  await tx
    .update(notices)
    .set({ reads: sql`${notices.reads} + 1` })
    .where(and(eq(notices.id, read.noticeId), gt(notices.listedUntil, now)))
}

/** Forgets digests that can't count any more; at most `limit` rows. Returns how many went. */
export async function sweepReads(tx: Write, now: number, limit: number) {
  const days = tx
    .select({ digest: noticeReads.digest })
    .from(noticeReads)
    .where(lte(noticeReads.until, now))
    .limit(limit)
  const ended = tx
    .select({ digest: noticeReads.digest })
    .from(noticeReads)
    .innerJoin(notices, eq(notices.id, noticeReads.noticeId))
    .where(lte(notices.listedUntil, now))
    .limit(limit)
  let gone = 0
  for (const old of [days, ended]) {
    const rows = await tx
      .delete(noticeReads)
      .where(inArray(noticeReads.digest, old))
      .returning({ digest: noticeReads.digest })
    gone = Math.max(gone, rows.length)
  }
  return gone
}
