import { sql } from 'drizzle-orm'
import type { Actor } from './actor.ts'
import type { AuditSubject } from './endpoint.ts'
import { newId } from './ids.ts'
import { prepared } from './prepared.ts'
import type { Write } from './store.ts'
import { auditEntries } from './tables.ts'

export type AuditEntry = AuditSubject & {
  action: string
  outcome: 'done' | 'read' | 'forbidden' | 'hidden' | `refused:${string}`
  actor: Pick<Actor, 'personId'>
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
    subject: P('subject'),
    details: P('details'),
    requestId: P('requestId'),
  }),
)
export async function record(tx: Write, { actor, details = {}, ...entry }: AuditEntry) {
  await insert(tx, { ...entry, id: newId(entry.at), actorId: actor.personId, details })
}
