import {
  decideClaim,
  getClaim,
  listClaims,
  listOverdue,
  revokeClaim,
} from '@tmt/shared/residency/staff-contract.ts'
import {
  actionOf,
  confirmByAfter,
  obstacleToDecide,
  obstacleToDecision,
} from '@tmt/shared/residency/rules.ts'
import { findDivision } from '../divisions/store.ts'
import { boundsOf, gridsOf, isStaffOf, maySeePersonsOf, mayVerifyAt } from '../people/policy.ts'
import { holdPerson } from '../people/store.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { PAGE, pageOf, readCursor } from '../platform/paging.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import { conflictsWith } from './conflicts.ts'
import { residencyDecided, residencyRevoked } from './events.ts'
import { listClaims as list, listOverdue as overdueIn } from './queue-store.ts'
import { settleSeat } from './seat-standing.ts'
import { settleStanding } from './standing-store.ts'
import { findResidency, type Residency, step } from './store.ts'
import { claimView } from './views.ts'

type Local = { communityId: string }
const load = (db: Read, { id }: { id: string }) => findResidency(db, id)
export async function loadCommunity(db: Read, { communityId }: Local): Promise<Local | undefined> {
  const division = await findDivision(db, communityId)
  return division?.level === 'community' ? { communityId } : undefined
}
/** Grid workers too, of whichever grid. */
const isGridWorkerOf = (actor: Person, { communityId }: Local) => gridsOf(actor, communityId)?.length !== 0
export const seesClaimsAt = (actor: Person, local: Local) =>
  maySeePersonsOf(actor, local) || isGridWorkerOf(actor, local)
/** A grid worker sees their own grids alone; the committee sees all, and decides nothing. */
export const seesClaim = (actor: Person, claim: Residency) =>
  maySeePersonsOf(actor, claim) || mayVerifyAt(actor, claim)
export function claimRoutes({ secrets }: { secrets: Secrets }): Route[] {
  async function view(db: Read, actor: Person, row: Residency) {
    const conflicts = await conflictsWith(db, actor.personId, [row.personId])
    return claimView(secrets, row, conflicts.get(row.personId)!)
  }
  const reread = async (tx: Write, actor: Person, id: string) =>
    view(tx, actor, (await findResidency(tx, id))!)
  const conflictOver = async (tx: Write, actor: Person, { personId }: Residency) =>
    (await conflictsWith(tx, actor.personId, [personId])).get(personId)!

  return [
    answer(listClaims, {
      load: loadCommunity,
      sees: seesClaimsAt,
      async view({ db, actor, input, subject }) {
        const { status = 'pending', cursor } = input
        const scope = { ...subject, grids: boundsOf(actor, subject) }
        const rows = await list(db, scope, status, readCursor(cursor))
        const by = (row: Residency) => (status === 'pending' ? row.dueAt! : row.changedAt)
        const { items, next } = pageOf(rows, PAGE, (row) => ({ at: by(row), id: row.id }))
        const people = [...new Set(items.map(({ personId }) => personId))]
        const conflicts = await conflictsWith(db, actor.personId, people)
        return { items: items.map((row) => claimView(secrets, row, conflicts.get(row.personId)!)), next }
      },
      audit: ({ communityId, status = 'pending' }) => ({ subject: communityId, details: { status } }),
    }),
    answer(getClaim, {
      load,
      sees: seesClaim,
      view: ({ db, actor, subject }) => view(db, actor, subject),
      audit: ({ id }) => ({ subject: id }),
    }),
    answer(listOverdue, {
      load: (db, { code }) => findDivision(db, code),
      sees: (actor, { code }) => isStaffOf(actor, { communityId: code }),
      view: async ({ db, subject, now }) => ({ items: await overdueIn(db, subject.code, now) }),
    }),
    perform(decideClaim, {
      load,
      sees: seesClaim,
      may: mayVerifyAt,
      async run({ tx, actor, input, subject, now, refuse, tell }) {
        const { outcome, evidence, reason, note = '', version, adultOn = null } = input
        const conflict = await conflictOver(tx, actor, subject)
        if (conflict) return refuse(conflict)
        const missing = obstacleToDecision({ outcome, evidence, reason, note })
        if (missing) return refuse(missing)
        const { id, personId, communityId } = subject
        await holdPerson(tx, personId)
        const good = outcome === 'verified'
        const confirmBy = good ? confirmByAfter(now) : null
        const said = { reason: good ? null : reason!, note: good ? '' : note.trim() }
        const decided = await step(tx, id, actionOf[outcome], now, {
          version,
          ...said,
          ...(good && { evidence: evidence!, confirmBy, adultAt: adultOn }),
          decidedAt: now,
          decidedBy: actor.personId,
          atDoorAt: null,
        })
        if (!decided) return refuse(obstacleToDecide((await findResidency(tx, id))!.status) ?? 'stale')
        await settleStanding(tx, personId, communityId, now)
        await settleSeat(tx, subject, now, tell)
        tell(residencyDecided({ id, personId, communityId, outcome, ...said, confirmBy }))
        return reread(tx, actor, id)
      },
      audit: ({ id, outcome, evidence, reason }) => ({
        subject: id,
        details: { outcome, evidence: evidence ?? null, reason: reason ?? null },
      }),
    }),
    perform(revokeClaim, {
      load,
      sees: seesClaim,
      may: mayVerifyAt,
      async run({ tx, actor, input, subject, now, refuse, tell }) {
        const { reason, note = '', version } = input
        const conflict = await conflictOver(tx, actor, subject)
        if (conflict) return refuse(conflict)
        if (reason === 'other' && note.trim() === '') return refuse('noteNeeded')
        const { id, personId, communityId } = subject
        await holdPerson(tx, personId)
        const said = { reason, note: note.trim() }
        const by = { decidedAt: now, decidedBy: actor.personId }
        if (!(await step(tx, id, 'revoke', now, { version, ...said, ...by }))) {
          const current = (await findResidency(tx, id))!
          return refuse(current.status === 'verified' ? 'stale' : 'notVerified')
        }
        await settleStanding(tx, personId, communityId, now)
        await settleSeat(tx, subject, now, tell)
        tell(residencyRevoked({ id, personId, communityId, ...said }))
        return reread(tx, actor, id)
      },
      audit: ({ id, reason }) => ({ subject: id, details: { reason } }),
    }),
  ]
}
