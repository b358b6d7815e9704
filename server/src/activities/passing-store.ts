import { movesUp, offerEnd } from '@tmt/shared/activities/queue.ts'
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { count, type Held } from './queue-store.ts'
import { activities, signups } from './tables.ts'

// How a place goes on to those who wait. The activity is held by the caller throughout (`hold`).

const P = sql.placeholder
type Row = typeof signups.$inferSelect
export type Moved = Pick<Row, 'id' | 'personId' | 'offerUntil'>
const columns = { id: signups.id, personId: signups.personId, offerUntil: signups.offerUntil }
const overdue = prepared((tx: Write) =>
  tx
    .update(signups)
    .set({ status: 'expiredOffer', changedAt: sql`${P('now')}` })
    .where(
      and(eq(signups.activityId, P('id')), eq(signups.status, 'offered'), lte(signups.offerUntil, P('now'))),
    )
    .returning(columns),
)
/** Offers that are over hold no place any more. Held by the caller. */
export async function expireOffers(tx: Write, activityId: string, now: number): Promise<Moved[]> {
  const over = await overdue(tx, { id: activityId, now })
  if (over.length > 0) await count(tx, activityId, 'offered', null, over.length)
  return over
}

const first = sql`(select ${signups.id} from ${signups} where ${signups.activityId} = ${P('id')}
  and ${signups.status} = 'waitlisted' order by ${signups.at}, ${signups.id} limit ${P('many')})`
const raised = (to: 'confirmed' | 'offered') =>
  prepared((tx: Write) =>
    tx
      .update(signups)
      .set({ status: to, changedAt: sql`${P('now')}`, offerUntil: sql`${P('until')}` })
      .where(sql`${signups.id} in ${first}`)
      .returning(columns),
  )
const raising = { given: raised('confirmed'), offered: raised('offered') }
/** As many as one unit moves up; the rest comes in the next. */
const BATCH = 40
/**
 * Gives or offers what is free to those who wait, in their order, by how long it is until the start. Held by the
 * caller, who has expired what was over. `more` is told when others are to follow.
 */
export async function moveUp(tx: Write, activity: Held, now: number) {
  const { id, status, capacity, confirmed, offered, waiting, startsAt } = activity
  const way = movesUp(startsAt, now)
  const most = Math.min(capacity - confirmed - offered, waiting)
  if (status !== 'published' || way === null || most <= 0) return { way: null, moved: [], more: false }
  const many = Math.min(most, BATCH)
  const until = way === 'offered' ? offerEnd(startsAt, now) : null
  const moved: Moved[] = await raising[way](tx, { id, many, until, now })
  if (moved.length > 0)
    await count(tx, id, 'waiting', way === 'offered' ? 'offered' : 'confirmed', moved.length)
  return { way, moved, more: most > many }
}
/** An offer is over at the start, wherever that is moved to. Held by the caller. */
export async function cutOffers(tx: Write, activityId: string, startsAt: number) {
  const cut = await tx
    .update(signups)
    .set({ offerUntil: startsAt })
    .where(
      and(
        eq(signups.activityId, activityId),
        eq(signups.status, 'offered'),
        gt(signups.offerUntil, startsAt),
      ),
    )
    .returning({ id: signups.id })
  if (cut.length > 0) await count(tx, activityId, 'offered', null, 0)
}
/** Offers go back to where they came from, at the head of those who wait. Held by the caller. */
export async function recallOffers(tx: Write, activityId: string, now: number) {
  const back = await tx
    .update(signups)
    .set({ status: 'waitlisted', changedAt: now, offerUntil: null })
    .where(and(eq(signups.activityId, activityId), eq(signups.status, 'offered')))
    .returning({ id: signups.id })
  if (back.length > 0) await count(tx, activityId, 'offered', 'waiting', back.length)
}
/** Whose offers are over by now, the earliest first. */
export function listOverdue(db: Read, now: number, limit: number) {
  return db
    .select({ id: activities.id })
    .from(activities)
    .where(lte(activities.offersUntil, now))
    .orderBy(asc(activities.offersUntil))
    .limit(limit)
    .then((rows) => rows.map(({ id }) => id))
}
