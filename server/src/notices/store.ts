import { everybody } from '@tmt/shared/notices/audience-rules.ts'
import type { Correction, NoticeFacts, NoticeWords } from '@tmt/shared/notices/contract.ts'
import { listedUntilWithdrawn, rankOf, wordsOf } from '@tmt/shared/notices/staff-rules.ts'
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { divisions, places } from '../divisions/tables.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { notices, noticeVersions } from './tables.ts'

type Row = typeof notices.$inferSelect
/** No place named is all of the unit. */
export function withPlaces<R extends Pick<Row, 'places'>>(row: R) {
  return { ...row, places: row.places ?? [] }
}
export type Notice = ReturnType<typeof withPlaces<Row>> & {
  divisionName: string
  places: NoticeWords['places']
}

const byId = prepared((db: Read) =>
  db
    .select({ notice: notices, divisionName: divisions.name })
    .from(notices)
    .innerJoin(divisions, eq(divisions.code, notices.division))
    .where(eq(notices.id, sql.placeholder('id'))),
)
export async function findNotice(db: Read, id: string): Promise<Notice | undefined> {
  const [row] = await byId(db, { id })
  return row && { ...withPlaces(row.notice), divisionName: row.divisionName }
}
/** What was corrected, the latest first. */
export function correctionsOf(db: Read, noticeId: string): Promise<Correction[]> {
  return db
    .select({ at: noticeVersions.at, note: noticeVersions.note, before: noticeVersions.words })
    .from(noticeVersions)
    .where(eq(noticeVersions.noticeId, noticeId))
    .orderBy(desc(noticeVersions.version))
    .then((rows) => rows.map(({ before, ...row }) => ({ ...row, before: { ...everybody, ...before } })))
}

/** As they are called now; a code that nobody gave out keeps itself. */
async function namesOf(db: Read, codes: readonly string[]): Promise<NoticeWords['places']> {
  const rows = await db
    .select({ code: places.code, name: places.name })
    .from(places)
    .where(inArray(places.code, [...codes]))
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  return [...new Set(codes)].toSorted().map((code) => ({ code, name: names.get(code) ?? code }))
}
/** Facts as columns: what is not said is null. */
async function columnsOf(db: Read, { startsAt, endsAt, phone, ...facts }: NoticeFacts) {
  return {
    ...facts,
    startsAt: startsAt ?? null,
    endsAt: endsAt ?? null,
    phone: phone ?? null,
    places: facts.places?.length ? await namesOf(db, facts.places) : null,
    ageFrom: facts.ageFrom ?? null,
    ageTo: facts.ageTo ?? null,
    listedUntil: facts.validUntil,
    rank: rankOf(facts),
  }
}

export type NewNotice = NoticeFacts & {
  division: string
  createdBy: string
  publish: boolean
  demo?: boolean
}
export async function insertNotice(tx: Write, notice: NewNotice, now: number) {
  const { publish: published, division, createdBy, demo = false, ...facts } = notice
  const id = newId(now)
  await tx.insert(notices).values({
    id,
    ...(await columnsOf(tx, facts)),
    division,
    createdBy,
    demo,
    status: published ? 'published' : 'draft',
    createdAt: now,
    changedAt: now,
    publishedAt: published ? now : null,
  })
  return id
}

/** Writes new facts over the version of a draft that they were made from; false when it has moved on. */
export async function updateDraft(tx: Write, id: string, version: number, facts: NoticeFacts, now: number) {
  const rows = await tx
    .update(notices)
    .set({ ...(await columnsOf(tx, facts)), changedAt: now, version: version + 1 })
    .where(and(eq(notices.id, id), eq(notices.version, version), eq(notices.status, 'draft')))
    .returning({ id: notices.id })
  return rows.length > 0
}
export async function publish(tx: Write, id: string, version: number, now: number) {
  const rows = await tx
    .update(notices)
    .set({ status: 'published', publishedAt: now, changedAt: now, version: version + 1 })
    .where(and(eq(notices.id, id), eq(notices.version, version), eq(notices.status, 'draft')))
    .returning({ id: notices.id })
  return rows.length > 0
}
/** Replaces what a public notice says, and keeps what it said; false when it has moved on. */
export async function correct(tx: Write, was: Notice, facts: NoticeFacts, note: string, now: number) {
  const { id, version } = was
  const rows = await tx
    .update(notices)
    .set({ ...(await columnsOf(tx, facts)), correctedAt: now, changedAt: now, version: version + 1 })
    .where(and(eq(notices.id, id), eq(notices.version, version), eq(notices.status, 'published')))
    .returning({ id: notices.id })
  if (rows.length === 0) return false
  await tx
    .insert(noticeVersions)
    .values({ id: newId(now), noticeId: id, version, words: wordsOf(was), note, at: now })
  return true
}
export async function withdraw(tx: Write, was: Notice, reason: string, now: number) {
  const rows = await tx
    .update(notices)
    .set({
      status: 'withdrawn',
      withdrawReason: reason,
      withdrawnAt: now,
      listedUntil: listedUntilWithdrawn(was, now),
      rank: 0,
      changedAt: now,
      version: sql`${notices.version} + 1`,
    })
    .where(and(eq(notices.id, was.id), eq(notices.status, 'published')))
    .returning({ id: notices.id })
  return rows.length > 0
}
export async function discard(tx: Write, id: string) {
  const rows = await tx
    .delete(notices)
    .where(and(eq(notices.id, id), eq(notices.status, 'draft')))
    .returning({ id: notices.id })
  return rows.length > 0
}
/** Demonstration notices that are still listed. */
export function countListedDemo(db: Read, now: number) {
  return db.$count(notices, and(eq(notices.demo, true), gt(notices.listedUntil, now)))
}
