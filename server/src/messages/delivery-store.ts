import type { Channel } from '@tmt/shared/messages/contract.ts'
import { specOf } from '@tmt/shared/messages/templates.ts'
import { and, eq, gte, inArray, isNull, lt, lte, sql } from 'drizzle-orm'
import { persons, wechatIdentities } from '../people/tables.ts'
import { engine } from '../platform/dialect.ts'
import type { Read, Write } from '../platform/store.ts'
import { quietOf } from './preference-store.ts'
import { deliveries, messages, messageWants, quietHours, sayings, subscriptions } from './tables.ts'
import type { Batch } from './told-store.ts'

const within = ({ saying, from, to }: Batch) =>
  and(gte(messages.id, from), lte(messages.id, to), eq(messages.sayingId, saying))

/** A saying in the form in which it goes out, or undefined. */
async function sayingOf(db: Read, id: string) {
  const [row] = await db.select().from(sayings).where(eq(sayings.id, id))
  if (!row) return undefined
  const { template, params, urgent, at, aboutKind, aboutId } = row
  return {
    template,
    params,
    urgent,
    at,
    about: aboutKind && aboutId ? { kind: aboutKind, id: aboutId } : null,
  }
}
/** Who gets the messages of a batch, how each may be reached, and what was tried. Whoever has left is not among them. */
export async function readBatch(db: Read, batch: Batch) {
  const saying = await sayingOf(db, batch.saying)
  if (!saying) return undefined
  const { kind } = specOf(saying.template)
  const rows = await db
    .select({
      id: messages.id,
      personId: messages.personId,
      phoneSealed: persons.phoneSealed,
      openid: wechatIdentities.openid,
      subscriptions: subscriptions.left,
      wants: { subscribe: messageWants.subscribe, sms: messageWants.sms },
      quiet: {
        isOn: quietHours.isOn,
        fromMinute: quietHours.fromMinute,
        toMinute: quietHours.toMinute,
      },
    })
    .from(messages)
    .innerJoin(persons, and(eq(persons.id, messages.personId), isNull(persons.leftAt)))
    .leftJoin(wechatIdentities, eq(wechatIdentities.personId, messages.personId))
    .leftJoin(
      subscriptions,
      and(eq(subscriptions.personId, messages.personId), eq(subscriptions.template, saying.template)),
    )
    .leftJoin(messageWants, and(eq(messageWants.personId, messages.personId), eq(messageWants.kind, kind)))
    .leftJoin(quietHours, eq(quietHours.personId, messages.personId))
    .where(within(batch))
  const tried = await db
    .select({
      messageId: deliveries.messageId,
      channel: deliveries.channel,
      state: deliveries.state,
      tries: deliveries.tries,
    })
    .from(deliveries)
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .where(within(batch))
  const of = Map.groupBy(tried, ({ messageId }) => messageId)
  const recipients = rows.map(({ quiet, ...row }) => ({
    ...row,
    wants: row.wants ?? { subscribe: true, sms: true },
    quiet: quietOf(quiet),
    tried: of.get(row.id) ?? [],
  }))
  return { ...saying, recipients }
}
export type Recipient = NonNullable<Awaited<ReturnType<typeof readBatch>>>['recipients'][number]

export type Skip = { messageId: string; channel: Channel; why: string }
/** Writes down, all at once, why these were not even tried. */
export async function writeSkips(tx: Write, skips: readonly Skip[], now: number) {
  const json = JSON.stringify(skips.map(({ messageId, channel, why }) => [messageId, channel, why]))
  const rows =
    engine === 'sqlite'
      ? sql`json_each(${json}) as given`
      : sql`jsonb_array_elements(${json}::jsonb) as given(value)`
  await tx.rows(
    sql`insert into ${deliveries} (message_id, channel, state, why, at)
        select given.value ->> 0, given.value ->> 1, 'skipped', given.value ->> 2, cast(${now} as bigint)
        from ${rows} where true on conflict do nothing returning state`,
  )
}

const one = (messageId: string, channel: Channel) =>
  and(eq(deliveries.messageId, messageId), eq(deliveries.channel, channel))
/** Takes one on: from now on it may have been sent. False when another job was faster. */
export async function claim(tx: Write, messageId: string, channel: Channel, tries: number, now: number) {
  const taken = { state: 'sending', tries: tries + 1, at: now } as const
  if (tries === 0) {
    const made = await tx
      .insert(deliveries)
      .values({ messageId, channel, ...taken })
      .onConflictDoNothing()
      .returning({ tries: deliveries.tries })
    return made.length > 0
  }
  const moved = await tx
    .update(deliveries)
    .set(taken)
    .where(
      and(
        one(messageId, channel),
        eq(deliveries.tries, tries),
        inArray(deliveries.state, ['queued', 'sending']),
      ),
    )
    .returning({ tries: deliveries.tries })
  return moved.length > 0
}
export type Outcome =
  | { state: 'sent'; providerId?: string }
  /** For good: the next way is tried. */
  | { state: 'failed'; why: string }
  /** To be tried again. */
  | { state: 'queued'; why: string }
export async function writeOutcome(
  tx: Write,
  messageId: string,
  channel: Channel,
  outcome: Outcome,
  now: number,
) {
  const { state } = outcome
  const why = state === 'sent' ? null : outcome.why
  const providerId = state === 'sent' ? (outcome.providerId ?? null) : null
  await tx.update(deliveries).set({ state, why, providerId, at: now }).where(one(messageId, channel))
}

/** Forgets how messages fared that went out before `before`; at most `limit`. Returns how many went. */
export async function sweepDeliveries(tx: Write, before: number, limit: number) {
  const old = await tx
    .select({ messageId: deliveries.messageId, channel: deliveries.channel })
    .from(deliveries)
    .where(lt(deliveries.at, before))
    .limit(limit)
  if (old.length === 0) return 0
  const ids = old.map(({ messageId }) => messageId)
  const gone = await tx
    .delete(deliveries)
    .where(and(inArray(deliveries.messageId, ids), lt(deliveries.at, before)))
    .returning({ channel: deliveries.channel })
  return gone.length
}
