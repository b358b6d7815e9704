import type { SignupStatus } from '@tmt/shared/activities/detail-contract.ts'
import type { RosterPart, RosterRow } from '@tmt/shared/activities/staff-contract.ts'
import { maskName } from '@tmt/shared/people/id-number.ts'
import { and, asc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm'
import { persons } from '../people/tables.ts'
import type { Cursor } from '../platform/paging.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import type { Activity } from './store.ts'
import { activities, children, signups } from './tables.ts'

const statusOf: Record<RosterPart, SignupStatus> = {
  coming: 'confirmed',
  waiting: 'waitlisted',
  offered: 'offered',
  awaiting: 'awaiting',
}
/** An offer that is over is none, whether a job has taken it away or not. */
const stands = (now: number) => or(ne(signups.status, 'offered'), gt(signups.offerUntil, now))
/** How many stand in a part of the roster. */
export function countPart(db: Read, activityId: string, part: RosterPart, now: number) {
  const listed = and(eq(signups.activityId, activityId), eq(signups.status, statusOf[part]))
  return db.$count(signups, and(listed, stands(now)))
}

const called = (name: string | null, phone: string) => name ?? `尾号 ${phone.slice(-4)} 的居民`
export const ROSTER_PAGE = 100
type Part = { secrets: Secrets; part: RosterPart; now: number }
/**
 * Those who are coming, or wait, in the order of signing up: a whole page and one row more. Of a cancelled activity,
 * those who were on the list and have to be told.
 */
export async function listRoster(
  db: Read,
  { id, status }: Pick<Activity, 'id' | 'status'>,
  after: Cursor | null,
  { secrets, part, now }: Part,
): Promise<RosterRow[]> {
  const held = status === 'cancelled' ? 'cancelledByHost' : statusOf[part]
  const listed = and(eq(signups.activityId, id), eq(signups.status, held), stands(now))
  const place = sql`(${signups.at}, ${signups.id})`
  const last = after && sql`(${after.at}, ${after.id})`
  const before = last ? await db.$count(signups, and(listed, sql`${place} <= ${last}`)) : 0
  const rows = await db
    .select({
      id: signups.id,
      personId: signups.personId,
      participant: signups.participant,
      childSealed: children.nameSealed,
      memberName: sql<
        string | null
      >`(select member.name from ${persons} member where member.id = ${signups.participant})`,
      name: persons.name,
      phone: persons.phoneMask,
      at: signups.at,
      offerUntil: signups.offerUntil,
    })
    .from(signups)
    .innerJoin(persons, eq(persons.id, signups.personId))
    .leftJoin(children, eq(children.id, signups.childId))
    .where(and(listed, last ? sql`${place} > ${last}` : undefined))
    .orderBy(asc(signups.at), asc(signups.id))
    .limit(ROSTER_PAGE + 1)
  return rows.map(({ id: signupId, personId, participant, childSealed, memberName, ...row }, i) => {
    const by = called(row.name, row.phone)
    const own = personId === participant
    const other = childSealed === null ? (memberName ?? '家人') : maskName(secrets.unseal(childSealed))
    const { phone, at, offerUntil } = row
    const name = own ? by : other
    return {
      id: signupId,
      position: before + i + 1,
      name,
      by: own ? null : by,
      child: childSealed !== null,
      phone,
      at,
      offerUntil,
    }
  })
}
/** One line of a roster with the sealed number; not those who withdrew themselves: nobody has to tell them anything. */
export async function findRegistered(db: Read, activityId: string, signupId: string) {
  const [row] = await db
    .select({ communityId: activities.communityId, phoneSealed: persons.phoneSealed })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .innerJoin(persons, eq(persons.id, signups.personId))
    .where(
      and(
        eq(signups.id, signupId),
        eq(signups.activityId, activityId),
        ne(signups.status, 'cancelledByUser'),
        isNull(persons.erasedAt),
      ),
    )
  return row
}
