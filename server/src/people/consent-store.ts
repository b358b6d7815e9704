import { createHash } from 'node:crypto'
import { type ConsentChannel, type Purpose } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { noticeText } from '@tmt/shared/people/notice.ts'
import { desc, eq, inArray, lt } from 'drizzle-orm'
import { newId } from '../platform/ids.ts'
import type { Read, Write } from '../platform/store.ts'
import { consents } from './tables.ts'

type Of = { personId: string; purpose: Purpose }
const currentOf = ({ personId, purpose }: Of) => `${personId}:${purpose}`
const NOTICE = noticeText()

/** What holds now; undefined when the person has not agreed, or no longer. */
export async function consentOf(db: Read, personId: string, purpose: Purpose) {
  const [row] = await db
    .select()
    .from(consents)
    .where(eq(consents.current, currentOf({ personId, purpose })))
  return row
}
/** Whether the person agrees to this purpose in the notice that holds now; what was agreed to an older one is asked again. */
export async function agreesTo(db: Read, personId: string, purpose: Purpose) {
  return (await consentOf(db, personId, purpose))?.version === PRIVACY_VERSION
}
/** All that a person ever agreed to, the latest first. */
export function consentsOf(db: Read, personId: string) {
  return db
    .select({
      purpose: consents.purpose,
      version: consents.version,
      at: consents.at,
      channel: consents.channel,
      revokedAt: consents.revokedAt,
    })
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(200)
    .then((rows) => rows)
}
/** Writes down that a person agrees to the notice that holds now. The same again changes nothing. */
export async function saveConsent(tx: Write, consent: Of & { channel: ConsentChannel }, now: number) {
  const { personId, purpose, channel } = consent
  const held = await consentOf(tx, personId, purpose)
  if (held?.version === PRIVACY_VERSION) return
  await endConsent(tx, personId, purpose, now)
  const evidence = JSON.stringify([NOTICE, purpose, personId, now, channel])
  await tx
    .insert(consents)
    .values({
      id: newId(now),
      personId,
      purpose,
      channel,
      version: PRIVACY_VERSION,
      at: now,
      evidenceHash: createHash('sm3').update(evidence).digest('base64url'),
      current: currentOf(consent),
    })
    // Two devices at once agree once.
    .onConflictDoNothing({ target: consents.current })
}
/** Ends what holds; false when nothing did. */
export async function endConsent(tx: Write, personId: string, purpose: Purpose, now: number) {
  const rows = await tx
    .update(consents)
    .set({ revokedAt: now, current: null })
    .where(eq(consents.current, currentOf({ personId, purpose })))
    .returning({ id: consents.id })
  return rows.length > 0
}
/** Deletes consents that ended before `before`; at most `limit`. What still holds stays. Returns how many went. */
export async function forgetConsents(tx: Write, before: number, limit: number) {
  const old = tx.select({ id: consents.id }).from(consents).where(lt(consents.revokedAt, before)).limit(limit)
  const gone = await tx.delete(consents).where(inArray(consents.id, old)).returning({ id: consents.id })
  return gone.length
}
