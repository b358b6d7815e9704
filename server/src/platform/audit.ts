import type { Actor } from './actor.ts'
import type { AuditSubject } from './endpoint.ts'
import { newId } from './ids.ts'
import type { Write } from './store.ts'
import { auditEntries } from './tables.ts'

export type AuditEntry = AuditSubject & {
  action: string
  outcome: 'done' | 'read' | 'forbidden' | 'hidden' | `refused:${string}`
  actor: Pick<Actor, 'personId'>
  requestId: string
  at: number
}

export async function record(tx: Write, entry: AuditEntry) {
  const { action, outcome, subject, details = {}, requestId, at } = entry
  const row = {
    id: newId(at),
    at,
    action,
    outcome,
    actorId: entry.actor.personId,
    subject,
    details,
    requestId,
  }
  await tx.insert(auditEntries).values(row)
}
