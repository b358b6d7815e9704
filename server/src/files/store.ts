import { DAY } from '@tmt/shared/time.ts'
import { and, desc, eq, gt, inArray, isNull, lt, notInArray, or } from 'drizzle-orm'
import { enqueue } from '../platform/jobs.ts'
import type { Read, Write } from '../platform/store.ts'
import { files } from './tables.ts'

export type FileRow = typeof files.$inferSelect
/** What nobody has used by then is thrown away. */
export const KEPT = DAY
export const REMOVE = 'files.remove'

export const keysOf = ({ id, hash }: Pick<FileRow, 'id' | 'hash'>) => {
  // The end of an id is random: the folders fill evenly.
  const base = `${id.slice(-2)}/${id}-${hash}`
  return { picture: `${base}.jpg`, thumbnail: `${base}-thumbnail.jpg` }
}

export async function findFile(db: Read, id: string): Promise<FileRow | undefined> {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return row
}
export function countUploads(db: Read, personId: string, since: number) {
  return db.$count(files, and(eq(files.personId, personId), gt(files.at, since)))
}
export async function insertFile(tx: Write, row: typeof files.$inferInsert) {
  await tx.insert(files).values(row)
}

/**
 * Makes files part of something: those that this person has uploaded and nobody has used, or that it has already.
 * False when one of them is not to be had any more; nothing is claimed then, since the caller refuses.
 */
export async function claim(
  tx: Write,
  ids: readonly string[],
  about: string,
  personId: string,
  shown: { public: boolean },
) {
  if (ids.length === 0) return true
  const mine = and(eq(files.personId, personId), isNull(files.about))
  const rows = await tx
    .update(files)
    .set({ about, public: shown.public })
    .where(and(inArray(files.id, [...ids]), or(mine, eq(files.about, about))))
    .returning({ id: files.id })
  return rows.length === new Set(ids).size
}
/** Lets everybody see what belongs to something. */
export async function publishFiles(tx: Write, about: string) {
  await tx.update(files).set({ public: true }).where(eq(files.about, about))
}
/** Lets everybody see what belongs to something, or nobody without a signed address. */
export async function setPublic(tx: Write, about: string, shown: boolean) {
  await tx.update(files).set({ public: shown }).where(eq(files.about, about))
}
/** Throws away what belonged to something and does so no more; the bytes go once this is durable. */
export async function release(tx: Write, about: string, keep: readonly string[], now: number) {
  const others = keep.length > 0 ? notInArray(files.id, [...keep]) : undefined
  const gone = await tx
    .delete(files)
    .where(and(eq(files.about, about), others))
    .returning()
  await removeBytes(tx, gone, now)
}
/** Throws away what nobody has used in time; at most `limit` of them. Returns how many went. */
export async function sweepUnclaimed(tx: Write, limit: number, now: number) {
  const old = tx
    .select({ id: files.id })
    .from(files)
    .where(and(isNull(files.about), lt(files.at, now - KEPT)))
    .limit(limit)
  const gone = await tx
    .delete(files)
    .where(and(inArray(files.id, old), isNull(files.about)))
    .returning()
  await removeBytes(tx, gone, now)
  return gone.length
}
/** All that a person has uploaded and that is still there, the latest first. */
export function allFilesOf(db: Read, personId: string): Promise<FileRow[]> {
  return db
    .select()
    .from(files)
    .where(eq(files.personId, personId))
    .orderBy(desc(files.at), desc(files.id))
    .then((rows) => rows)
}
/** The person is erased: what they have not used goes at once. */
export async function forgetUnused(tx: Write, personId: string, now: number) {
  const gone = await tx
    .delete(files)
    .where(and(eq(files.personId, personId), isNull(files.about)))
    .returning()
  await removeBytes(tx, gone, now)
}
async function removeBytes(tx: Write, gone: readonly FileRow[], now: number) {
  for (const row of gone)
    await enqueue(tx, { kind: REMOVE, data: { keys: Object.values(keysOf(row)) }, runAt: now })
}
