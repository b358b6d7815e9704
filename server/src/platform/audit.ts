import { inArray, lt, sql } from 'drizzle-orm'
import type { Actor } from './actor.ts'
import type { AuditSubject } from './endpoint.ts'
import { newId } from './ids.ts'
import { prepared } from './prepared.ts'
import type { Write } from './store.ts'
import { auditEntries } from './tables.ts'

export type AuditEntry = AuditSubject & {
  action: string
  outcome: 'done' | 'read' | 'forbidden' | 'hidden' | `refused:${string}`
  actor: Pick<Actor, 'personId' | 'helpedBy'>
  requestId: string
  at: number
}

const P = sql.placeholder
const insert = prepared((tx: Write) =>
  tx.insert(auditEntries).values({
    id: P('id'),
    at: P('at'),
    action: P('action'),
    outcome: P('outcome'),
    actorId: P('actorId'),
    helperId: P('helperId'),
    subject: P('subject'),
    details: P('details'),
    requestId: P('requestId'),
  }),
)
export async function record(tx: Write, { actor, details = {}, ...entry }: AuditEntry) {
  await insert(tx, {
    ...entry,
    id: newId(entry.at),
    actorId: actor.personId,
    helperId: actor.helpedBy?.helperId ?? null,
    details,
  })
}

/** Deletes rows written before `before`; at most `limit`. Returns how many went. */
export async function forgetAudit(tx: Write, before: number, limit: number) {
  const old = tx
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(lt(auditEntries.at, before))
    .limit(limit)
  const gone = await tx
    .delete(auditEntries)
    .where(inArray(auditEntries.id, old))
    .returning({ id: auditEntries.id })
  return gone.length
}
