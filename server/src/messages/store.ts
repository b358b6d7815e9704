import { and, desc, eq, isNull, lt, lte, sql } from 'drizzle-orm'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { messages, sayings } from './tables.ts'

const P = sql.placeholder
/** Rows on a page of the inbox. */
export const PAGE = 20
/** More unread ones than this are not counted: the number on a door only says that there are many. */
const COUNTED = 100

const mine = prepared((db: Read) =>
  db
    .select({ message: messages, saying: sayings })
    .from(messages)
    .innerJoin(sayings, eq(sayings.id, messages.sayingId))
    .where(and(eq(messages.personId, P('person')), lt(messages.sayingId, P('before'))))
    .orderBy(desc(messages.sayingId))
    .limit(PAGE + 1),
)
/** Behind every id: they are written with 0 to f. */
const END = 'g'
/** A person's messages, latest first: a whole page and one row more. */
export async function listMine(db: Read, personId: string, before: string | undefined) {
  return mine(db, { person: personId, before: before ?? END })
}
export type Mine = Awaited<ReturnType<typeof listMine>>[number]

const unread = prepared((db: Read) =>
  db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.personId, P('person')), isNull(messages.readAt)))
    .limit(COUNTED),
)
export async function countUnread(db: Read, personId: string) {
  return (await unread(db, { person: personId })).length
}

export async function findMessage(db: Read, id: string) {
  const [row] = await db
    .select({ id: messages.id, personId: messages.personId })
    .from(messages)
    .where(eq(messages.id, id))
  return row
}
/** The first reading counts. */
export async function markRead(tx: Write, id: string, now: number) {
  await tx
    .update(messages)
    .set({ readAt: now })
    .where(and(eq(messages.id, id), isNull(messages.readAt)))
}
export async function markAllRead(tx: Write, personId: string, upTo: number, now: number) {
  await tx
    .update(messages)
    .set({ readAt: now })
    .where(and(eq(messages.personId, personId), isNull(messages.readAt), lte(messages.at, upTo)))
}
