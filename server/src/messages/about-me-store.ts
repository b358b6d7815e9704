import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { deliveries, messages, messageWants, quietHours, sayings, subscriptions } from './tables.ts'

/** Everything that a person was told, the latest first. */
export function allMessagesOf(db: Read, personId: string) {
  return db
    .select({ at: messages.at, readAt: messages.readAt, saying: sayings })
    .from(messages)
    .innerJoin(sayings, eq(sayings.id, messages.sayingId))
    .where(eq(messages.personId, personId))
    .orderBy(desc(messages.sayingId))
    .then((rows) => rows)
}
/** The person is erased: their copies go, how these fared, what was said to them alone, and what they chose. */
export async function forgetMessages(tx: Write, personId: string) {
  const mine = eq(messages.personId, personId)
  const copies = tx.select({ id: messages.id }).from(messages).where(mine)
  await tx.delete(deliveries).where(inArray(deliveries.messageId, copies))
  const said = tx.select({ id: messages.sayingId }).from(messages).where(mine)
  await tx.delete(sayings).where(and(isNull(sayings.audience), inArray(sayings.id, said)))
  await tx.delete(messages).where(mine)
  await tx.delete(subscriptions).where(eq(subscriptions.personId, personId))
  await tx.delete(messageWants).where(eq(messageWants.personId, personId))
  await tx.delete(quietHours).where(eq(quietHours.personId, personId))
}
