import type { Standing } from '@tmt/shared/activities/attendance-rules.ts'
import { type Coming, isMinor } from '@tmt/shared/activities/eligibility.ts'
import { dayOf } from '@tmt/shared/activities/children.ts'
import type { Gender } from '@tmt/shared/activities/detail-contract.ts'
import { isListed } from '@tmt/shared/activities/queue.ts'
import type { Who } from '@tmt/shared/activities/signup-contract.ts'
import type { Day } from '@tmt/shared/people/id-number.ts'
import { findPerson } from '../people/store.ts'
import { communitiesOf } from '../people/policy.ts'
import { validRoles } from '../people/session-store.ts'
import type { Person } from '../platform/actor.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { childrenOf, type ChildRow } from './children-store.ts'
import type { Participant } from './queue-store.ts'
import { findSignup } from './signup-store.ts'
import type { Activity } from './store.ts'

export type Member = { personId: string; name: string; adultAt: number | null }
/** What activities ask of other features, passed in by routes.ts. */
export type Ports = {
  secrets: Secrets
  /** The household of a verified resident: its id, stable whatever keys do. Null for who is none. */
  householdIdOf(db: Read, personId: string): Promise<string | null>
  /** Everybody of that household, the person too. */
  membersOf(db: Read, personId: string): Promise<Member[]>
  /** What a verified identity tells; null where it doesn't. */
  knownOf(db: Read, personId: string): Promise<{ born: Day | null; gender: Gender | null }>
  /** How somebody stands after not coming without a word; it touches activities alone, never what anybody has a right to. */
  standingOf(db: Read, personId: string, now: number): Promise<Standing>
}

/** Somebody who may be signed up: how they are called, what is known of them, and as whom they would be put down. */
export type Candidate = { who: Who; name: string | null; coming: Coming; put: Participant }

type Ask = { db: Read; ports: Ports; actor: Person; activity: Activity; now: number }
const wantsFacts = ({ minAge, maxAge, gender }: Activity) =>
  minAge !== null || maxAge !== null || gender !== null
const nothingKnown = { born: null, gender: null }

async function base({ db, ports, actor, activity }: Ask, personId: string) {
  const { realNameRequired, guardianRequired } = activity
  const known = wantsFacts(activity) || guardianRequired ? await ports.knownOf(db, personId) : nothingKnown
  const person = realNameRequired ? await findPerson(db, personId) : undefined
  const realName = typeof person?.realNameAt === 'number'
  return { ...known, realName, minor: false, helped: actor.helpedBy !== undefined, guardianComes: false }
}
const homeOf = async ({ db, ports }: Ask, personId: string) =>
  (await ports.householdIdOf(db, personId)) ?? personId

async function self(ask: Ask): Promise<Candidate> {
  const { personId } = ask.actor
  const coming = {
    kind: 'self' as const,
    residentOf: communitiesOf(ask.actor),
    ...(await base(ask, personId)),
  }
  const household = await homeOf(ask, personId)
  return {
    who: { kind: 'self' },
    name: null,
    coming,
    put: { personId, participant: personId, childId: null, household },
  }
}
const comesToo = async ({ db, actor, activity }: Ask) => {
  const own = await findSignup(db, activity.id, actor.personId)
  return own !== undefined && isListed(own.status)
}
async function member(ask: Ask, { personId: id, name, adultAt }: Member): Promise<Candidate> {
  const { db, activity, actor, now, ports } = ask
  const minor = adultAt !== null && adultAt > activity.startsAt
  const roles = await validRoles(db, id, now)
  const residentOf = roles.filter(({ role }) => role === 'resident').map(({ division }) => division)
  const known = await base(ask, id)
  const coming = { ...known, kind: 'member' as const, residentOf, minor }
  const guardianComes = isMinor(coming, activity.startsAt) && (await comesToo(ask))
  const household = (await ports.householdIdOf(db, id)) ?? id
  return {
    who: { kind: 'member', id },
    name,
    coming: { ...coming, guardianComes },
    put: { personId: actor.personId, participant: id, childId: null, household },
  }
}
async function child(ask: Ask, row: ChildRow): Promise<Candidate> {
  const { actor, ports } = ask
  const { personId } = actor
  const known = {
    ...(await base(ask, personId)),
    gender: null,
    born: dayOf(ports.secrets.unseal(row.bornSealed)),
  }
  return {
    who: { kind: 'child', id: row.id },
    name: ports.secrets.unseal(row.nameSealed),
    coming: {
      ...known,
      kind: 'child',
      residentOf: communitiesOf(actor),
      guardianComes: await comesToo(ask),
    },
    put: { personId, participant: row.id, childId: row.id, household: await homeOf(ask, personId) },
  }
}

/** The one who is named; undefined when they are none of this person's household, or no child of theirs. */
export async function findCandidate(ask: Ask, who: Who): Promise<Candidate | undefined> {
  const { db, ports, actor } = ask
  if (who.kind === 'self' || who.id === actor.personId) return self(ask)
  if (who.kind === 'child') {
    const row = (await childrenOf(db, actor.personId)).find(({ id }) => id === who.id)
    return row && child(ask, row)
  }
  const found = (await ports.membersOf(db, actor.personId)).find(({ personId }) => personId === who.id)
  return found && member(ask, found)
}
/** Everybody whom this person may sign up. */
export async function listCandidates(ask: Ask): Promise<Candidate[]> {
  const { db, ports, actor } = ask
  const others = (await ports.membersOf(db, actor.personId)).filter(
    ({ personId }) => personId !== actor.personId,
  )
  const found = [await self(ask)]
  for (const one of others) found.push(await member(ask, one))
  for (const row of await childrenOf(db, actor.personId)) found.push(await child(ask, row))
  return found
}
