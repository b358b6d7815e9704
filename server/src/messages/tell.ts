import type { About, Template } from '@tmt/shared/messages/contract.ts'
import { isUrgent } from '@tmt/shared/messages/rules.ts'
import { type ParamsOf, specOf } from '@tmt/shared/messages/templates.ts'
import { enqueue } from '../platform/jobs.ts'
import type { Read, Write } from '../platform/store.ts'
import { type Batch, insertMessages, insertSaying } from './told-store.ts'

export const SPREAD = 'messages.spread'
export const DELIVER = 'messages.deliver'

export type Telling<T extends Template = Template> = {
  template: T
  params: ParamsOf<T>
  about: About | null
  /** Names what happened: told again under the same key it is told nobody twice. */
  key: string
}
/**
 * Persons in the order of their ids, those after `after`, at most `limit`. `until` is when it was said: whoever came
 * later knows already.
 */
export type Audience = (
  db: Read,
  ask: { of: string; until: number; after: string; limit: number },
) => Promise<string[]>

/** Sees to it that a batch of messages goes out on the ways beside the inbox, where their template has any. */
export async function enqueueDelivery(
  tx: Write,
  batch: Batch,
  template: Template,
  runAt: number,
  key?: string,
) {
  const { asksAt, sms } = specOf(template)
  if (asksAt === null && sms === null) return
  await enqueue(tx, { kind: DELIVER, data: batch, runAt, ...(key && { key }) })
}

/** Tells one person, in the unit of what happened. Somebody who is not there, or has left, is told nothing. */
export async function tellPerson<T extends Template>(
  tx: Write,
  personId: string,
  telling: Telling<T>,
  now: number,
) {
  const urgent = isUrgent(telling.template, telling.params, now)
  const id = await insertSaying(tx, { ...telling, urgent, at: now })
  if (id === undefined) return
  const batch = await insertMessages(tx, { id, at: now }, [personId], now)
  if (batch) await enqueueDelivery(tx, batch, telling.template, now)
}

/** Tells an audience (audiences.ts) by a job: what happened is durable at once, whatever their number. */
export async function tellAll<T extends Template>(
  tx: Write,
  audience: { name: string; of: string },
  telling: Telling<T>,
  now: number,
) {
  const urgent = isUrgent(telling.template, telling.params, now)
  const id = await insertSaying(tx, { ...telling, urgent, at: now, audience })
  if (id !== undefined) await enqueue(tx, { kind: SPREAD, data: { saying: id }, runAt: now })
}
