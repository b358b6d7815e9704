import { listed } from '@tmt/shared/activities/queue.ts'
import type { Declaration } from '@tmt/shared/activities/signup-contract.ts'
import { and, asc, eq, gt, inArray, notInArray, or, sql } from 'drizzle-orm'
import { prepared } from '../platform/prepared.ts'
import { newId } from '../platform/ids.ts'
import type { Read, Write } from '../platform/store.ts'
import { activities, signups } from './tables.ts'

// All that moves somebody onto, within or off the list of an activity. The activity's row is written first and so
// held until the unit is durable: what follows in the unit is alone with this activity.

const P = sql.placeholder
const active = [...listed]

export type Participant = {
  /** Who answers for it. */
  personId: string
  participant: string
  childId: string | null
  household: string
}
export type Given = { declared: readonly Declaration[]; consentVersion: string | null }
export const nothingDeclared: Given = { declared: [], consentVersion: null }

/** Whether the household has room: those who wait or are offered a place count, or they could never move up. */
const roomAtHome = sql`(${activities.householdLimit} is null or ${activities.householdLimit} > (
  select count(*) from ${signups} where ${signups.activityId} = ${activities.id}
  and ${signups.household} = ${P('household')} and ${inArray(signups.status, active)}))`
const open = and(
  eq(activities.id, P('id')),
  eq(activities.status, 'published'),
  gt(activities.signupClosesAt, P('now')),
  roomAtHome,
)
/** Nobody waits, and a place is neither taken nor offered. */
const free = sql`${activities.waiting} = 0 and ${activities.confirmed} + ${activities.offered} < ${activities.capacity}`
const mayWait = sql`${activities.waiting} < coalesce(${activities.waitlistCapacity}, 0)`

const takePlace = prepared((tx: Write) =>
  tx
    .update(activities)
    .set({ confirmed: sql`${activities.confirmed} + 1` })
    .where(and(open, free))
    .returning({ id: activities.id }),
)
const joinQueue = prepared((tx: Write) =>
  tx
    .update(activities)
    .set({ waiting: sql`${activities.waiting} + 1` })
    .where(and(open, sql`not (${free})`, mayWait))
    .returning({ position: activities.waiting }),
)
const putDown = prepared((tx: Write) =>
  tx
    .insert(signups)
    .values({
      id: P('signup'),
      activityId: P('id'),
      personId: P('personId'),
      participant: P('participant'),
      childId: P('childId'),
      household: P('household'),
      status: P('status'),
      at: P('now'),
      changedAt: P('now'),
      declared: P('declared'),
      consentVersion: P('consentVersion'),
    })
    .onConflictDoUpdate({
      target: [signups.activityId, signups.participant],
      set: {
        personId: sql`excluded.person_id`,
        household: sql`excluded.household`,
        status: sql`excluded.status`,
        at: sql`excluded.at`,
        changedAt: sql`excluded.changed_at`,
        offerUntil: null,
        gaveBackAt: null,
        declared: sql`excluded.declared`,
        consentVersion: sql`excluded.consent_version`,
      },
      setWhere: notInArray(signups.status, active),
    })
    .returning({ id: signups.id }),
)
const held = prepared((tx: Write) =>
  tx
    .update(activities)
    .set({ waiting: sql`${activities.waiting}` })
    .where(eq(activities.id, P('id')))
    .returning(),
)
/** The activity as it stands, with nobody else writing to it until the unit is durable. */
export async function hold(tx: Write, id: string) {
  const [row] = await held(tx, { id })
  return row
}
export type Held = NonNullable<Awaited<ReturnType<typeof hold>>>

export type Put = { id: string; status: 'confirmed' | 'waitlisted' | 'awaiting'; position: number | null }
/** Puts a sign-up down under a status; undefined when the participant is on the list already: the unit must fail. */
export async function put(
  tx: Write,
  activityId: string,
  who: Participant,
  given: Given,
  status: Put['status'],
  now: number,
) {
  const values = { ...who, ...given, signup: newId(now), id: activityId, status, now }
  const [row] = await putDown(tx, values)
  return row?.id
}
/**
 * One of the places, if there is one, or else one of those where one waits: the row's own conditions decide, however
 * many ask at once. Undefined when there is neither: the caller's unit must fail.
 */
export async function takeOrWait(tx: Write, activityId: string, household: string, now: number) {
  const ask = { id: activityId, household, now }
  // Between the two a place may come free: then there is one to take.
  for (let tries = 0; tries < 2; tries += 1) {
    if ((await takePlace(tx, ask)).length > 0) return { status: 'confirmed' as const, position: null }
    const [row] = await joinQueue(tx, ask)
    if (row) return { status: 'waitlisted' as const, position: row.position }
  }
  return undefined
}

const counters = { confirmed: 'confirmed', waitlisted: 'waiting', offered: 'offered' } as const
const firstOffer = sql`(select min(${signups.offerUntil}) from ${signups}
  where ${signups.activityId} = ${activities.id} and ${signups.status} = 'offered')`
type Counter = (typeof counters)[keyof typeof counters]
const movedOne = (from: Counter, to: Counter | null) =>
  prepared((tx: Write) =>
    tx
      .update(activities)
      .set({
        [from]: sql`${activities[from]} - ${P('count')}`,
        ...(to && { [to]: sql`${activities[to]} + ${P('count')}` }),
        ...((from === 'offered' || to === 'offered') && { offersUntil: firstOffer }),
      })
      .where(eq(activities.id, P('id'))),
  )
const moves = new Map(
  (
    [
      ['confirmed', null],
      ['waiting', null],
      ['offered', null],
      ['offered', 'confirmed'],
      ['offered', 'waiting'],
      ['waiting', 'confirmed'],
      ['waiting', 'offered'],
    ] as const
  ).map(([from, to]) => [`${from} ${to}`, movedOne(from, to)]),
)
/** The counters follow sign-ups that were moved. */
export async function count(tx: Write, id: string, from: Counter, to: Counter | null, many: number) {
  await moves.get(`${from} ${to}`)!(tx, { id, count: many })
}

/**
 * Takes somebody off the list of an activity that the caller holds: a place, an offer, or the waiting. False when they
 * are not on it.
 */
export async function takeOff(tx: Write, id: string, to: 'cancelledByUser' | 'cancelledByHost', now: number) {
  const [before] = await tx
    .select({ activityId: signups.activityId, status: signups.status })
    .from(signups)
    .where(eq(signups.id, id))
  if (!before || !(active as string[]).includes(before.status)) return false
  const gaveBackAt = before.status === 'confirmed' ? now : null
  await tx
    .update(signups)
    .set({ status: to, changedAt: now, offerUntil: null, gaveBackAt })
    .where(and(eq(signups.id, id), eq(signups.status, before.status)))
  if (before.status in counters)
    await count(tx, before.activityId, counters[before.status as keyof typeof counters], null, 1)
  return true
}
/** An offer becomes a place; false when it is none any more. The activity is held by the caller. */
export async function accept(tx: Write, activityId: string, id: string, now: number) {
  const rows = await tx
    .update(signups)
    .set({ status: 'confirmed', changedAt: now, offerUntil: null })
    .where(and(eq(signups.id, id), eq(signups.status, 'offered'), gt(signups.offerUntil, now)))
    .returning({ id: signups.id })
  if (rows.length === 0) return false
  await count(tx, activityId, 'offered', 'confirmed', 1)
  return true
}
/**
 * A sign-up that staff have looked at takes a place that is free, or waits since when it was made. The activity is held
 * by the caller, and what was over has been taken away.
 */
export async function admit(tx: Write, activityId: string, id: string, now: number) {
  const one = eq(activities.id, activityId)
  const taken = await tx
    .update(activities)
    .set({ confirmed: sql`${activities.confirmed} + 1` })
    .where(and(one, free))
    .returning({ id: activities.id })
  const waits =
    taken.length === 0
      ? await tx
          .update(activities)
          .set({ waiting: sql`${activities.waiting} + 1` })
          .where(and(one, mayWait))
          .returning({ id: activities.id })
      : []
  if (taken.length + waits.length === 0) return 'noPlace'
  const status = taken.length > 0 ? ('confirmed' as const) : ('waitlisted' as const)
  const rows = await tx
    .update(signups)
    .set({ status, changedAt: now })
    .where(and(eq(signups.id, id), eq(signups.status, 'awaiting')))
    .returning({ id: signups.id })
  return rows.length > 0 ? status : 'notAwaiting'
}

/** Everybody's place, offer and waiting goes with the activity. */
export async function releaseAll(tx: Write, activityId: string, now: number) {
  await tx
    .update(activities)
    .set({ waiting: 0, offered: 0, offersUntil: null })
    .where(eq(activities.id, activityId))
  await tx
    .update(signups)
    .set({ status: 'cancelledByHost', changedAt: now, offerUntil: null })
    .where(and(eq(signups.activityId, activityId), inArray(signups.status, active)))
}
/** What a person holds, or wants, in what has not begun: theirs to answer for, or theirs to come to. */
export function listedAhead(db: Read, personId: string, now: number) {
  return db
    .select({ id: signups.id, activityId: signups.activityId })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .where(
      and(
        sql`(${signups.personId} = ${personId} or ${signups.participant} = ${personId})`,
        inArray(signups.status, active),
        or(
          and(eq(activities.status, 'published'), gt(activities.startsAt, now)),
          eq(activities.status, 'postponed'),
        ),
      ),
    )
    .orderBy(asc(signups.activityId))
    .then((rows) => rows)
}
