import { type Template, type Wants } from '@tmt/shared/messages/contract.ts'
import { defaultQuiet, type Preferences, type Quiet } from '@tmt/shared/messages/inbox-contract.ts'
import { MessageKind } from '@tmt/shared/messages/contract.ts'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { messageWants, quietHours, subscriptions } from './tables.ts'

export async function findPreferences(db: Read, personId: string): Promise<Preferences> {
  const [hours] = await db.select().from(quietHours).where(eq(quietHours.personId, personId))
  const wants = await db.select().from(messageWants).where(eq(messageWants.personId, personId))
  const kinds = MessageKind.options.map((kind) => {
    const chosen = wants.find((row) => row.kind === kind)
    return { kind, subscribe: chosen?.subscribe ?? true, sms: chosen?.sms ?? true }
  })
  return { quiet: quietOf(hours ?? null), kinds }
}
export function quietOf(row: { isOn: boolean; fromMinute: number; toMinute: number } | null): Quiet {
  return row ? { on: row.isOn, from: row.fromMinute, to: row.toMinute } : defaultQuiet
}

export async function saveWants(tx: Write, personId: string, kind: MessageKind, wants: Wants) {
  await tx
    .insert(messageWants)
    .values({ personId, kind, ...wants })
    .onConflictDoUpdate({ target: [messageWants.personId, messageWants.kind], set: wants })
}
export async function saveQuiet(tx: Write, personId: string, { on, from, to }: Quiet) {
  const chosen = { isOn: on, fromMinute: from, toMinute: to }
  await tx
    .insert(quietHours)
    .values({ personId, ...chosen })
    .onConflictDoUpdate({ target: quietHours.personId, set: chosen })
}

/** More agreements than anybody uses up; a counter that a program raises does not run away. */
const MOST = 100
/** The person has agreed once more. */
export async function addSubscription(tx: Write, personId: string, template: Template, now: number) {
  await tx
    .insert(subscriptions)
    .values({ personId, template, left: 1, changedAt: now })
    .onConflictDoUpdate({
      target: [subscriptions.personId, subscriptions.template],
      set: { left: sql`${subscriptions.left} + 1`, changedAt: now },
      setWhere: sql`${subscriptions.left} < ${MOST}`,
    })
}
const of = (personId: string, template: Template) =>
  and(eq(subscriptions.personId, personId), eq(subscriptions.template, template))
/** Uses one agreement up; false when there is none. */
export async function takeSubscription(tx: Write, personId: string, template: Template, now: number) {
  const rows = await tx
    .update(subscriptions)
    .set({ left: sql`${subscriptions.left} - 1`, changedAt: now })
    .where(and(of(personId, template), gt(subscriptions.left, 0)))
    .returning({ left: subscriptions.left })
  return rows.length > 0
}
/** WeChat knows of none: ours was out of date. */
export async function clearSubscription(tx: Write, personId: string, template: Template, now: number) {
  await tx.update(subscriptions).set({ left: 0, changedAt: now }).where(of(personId, template))
}
