import {
  listUnitTotals,
  seatOf,
  setUnitTotals,
  settleSeat as settleSeatContract,
} from '@tmt/shared/residency/seat-contract.ts'
import { isAdult, purposeOf } from '@tmt/shared/residency/seat-rules.ts'
import { findPlace } from '../divisions/place-store.ts'
import { isStaffOf, mayVerifyAt, mayWriteFor } from '../people/policy.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import { loadCommunity, seesClaim } from './claim-routes.ts'
import { conflictsWith } from './conflicts.ts'
import { representativeChanged } from './events.ts'
import { load } from './resident-routes.ts'
import { type Loaded, loadSeat } from './seat-routes.ts'
import { settleHeld } from './seat-standing.ts'
import {
  findSeat,
  findSeatAt,
  holdSeat,
  insertChange,
  listTotals,
  membersAt,
  pendingOf,
  saveTotals,
  settleProposal,
  updateSeat,
} from './seat-store.ts'
import { seatView } from './seat-views.ts'

/** Where a seat lies; one without members is nobody's to see. */
const placeOf = ({ seat: { communityId }, members }: Loaded) => ({
  communityId,
  grid: members[0]?.grid ?? null,
})

/** What the community's workers and grid workers do with households, units and the numbers of a 小区. */
export function seatStaffRoutes({ secrets }: { secrets: Secrets }): Route[] {
  return [
    answer(seatOf, {
      load,
      sees: seesClaim,
      async view({ db, actor, subject: { doorIndex, kind, status }, now }) {
        const purpose = purposeOf(kind)
        if (purpose === null || status !== 'verified') return { seat: null }
        const seat = await findSeatAt(db, doorIndex, purpose)
        if (!seat) return { seat: null }
        const members = await membersAt(db, doorIndex, purpose)
        return { seat: await seatView(db, secrets, seat, members, actor.personId, now) }
      },
      audit: ({ id }) => ({ subject: id }),
    }),
    perform(settleSeatContract, {
      load: loadSeat,
      sees: (actor, loaded) =>
        loaded.members.length > 0 && loaded.members.some((member) => seesClaim(actor, member)),
      may: (actor, loaded) => mayVerifyAt(actor, placeOf(loaded)),
      async run({ tx, actor, input, subject, now, refuse, tell }) {
        const held = await holdSeat(tx, subject.seat, subject.seat.purpose, now)
        const members = await membersAt(tx, held.doorIndex, held.purpose)
        const conflicts = await conflictsWith(
          tx,
          actor.personId,
          members.map(({ personId }) => personId),
        )
        for (const conflict of conflicts.values()) if (conflict) return refuse(conflict)
        const { head, representative, note = '', unit, version } = input
        if (version !== held.version) return refuse('stale')
        const isHousehold = held.purpose === 'household'
        if (isHousehold ? unit !== undefined : head !== undefined) return refuse('wrongPurpose')
        const of = (id: string | undefined) => members.find((member) => member.id === id)
        if ((head && !of(head)) || (representative && !of(representative))) return refuse('movedOut')
        const chosen = of(representative)
        if (chosen && !isAdult(chosen, now)) return refuse('minor')
        if (chosen && note.trim() === '') return refuse('noteNeeded')
        await updateSeat(tx, held.id, { ...(head && { headId: of(head)!.personId }), ...unit })
        if (chosen) {
          const { personId } = chosen
          const pending = await pendingOf(tx, held.id)
          if (pending) await settleProposal(tx, pending.id, 'lapsed', now)
          const made = { toId: personId, byId: actor.personId, how: 'worker', note: note.trim() } as const
          await insertChange(tx, held.id, made, now)
          await updateSeat(tx, held.id, { representativeId: personId, how: 'worker' })
          const { id, purpose, communityId } = held
          tell(representativeChanged({ id, purpose, communityId, personId }))
        }
        await settleHeld(tx, (await findSeat(tx, held.id))!, now)
        const after = (await findSeat(tx, held.id))!
        return seatView(tx, secrets, after, members, actor.personId, now)
      },
      audit: ({ id, head, representative, unit }) => ({
        subject: id,
        details: { head: head ?? null, representative: representative ?? null, unit: unit ?? null },
      }),
    }),
    answer(listUnitTotals, {
      load: loadCommunity,
      sees: isStaffOf,
      view: async ({ db, subject: { communityId } }) => ({ items: await listTotals(db, communityId) }),
    }),
    perform(setUnitTotals, {
      load: (tx, { code }) => findPlace(tx, code),
      sees: isStaffOf,
      may: mayWriteFor,
      async run({ tx, actor, input: { units, area, version }, subject, now, refuse }) {
        const { code, kind, closedAt, communityId } = subject
        if (kind !== 'area' || closedAt !== null) return refuse('notAnArea')
        const totals = { units, area, enteredBy: actor.personId, enteredAt: now }
        if (!(await saveTotals(tx, code, version, totals))) return refuse('stale')
        return { items: await listTotals(tx, communityId) }
      },
      audit: ({ code, units, area }) => ({ subject: code, details: { units, area } }),
    }),
  ]
}
