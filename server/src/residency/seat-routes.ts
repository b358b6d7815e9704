import { answerProposal, mySeats, proposeRepresentative } from '@tmt/shared/residency/seat-contract.ts'
import {
  agreementOf,
  isAdult,
  obstacleToAgree,
  obstacleToPropose,
  purposeOf,
} from '@tmt/shared/residency/seat-rules.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { representativeChanged, representativeProposed } from './events.ts'
import { settleHeld } from './seat-standing.ts'
import {
  answersTo,
  findSeat,
  findSeatAt,
  holdSeat,
  insertAnswer,
  insertProposal,
  membersAt,
  pendingOf,
  type Seat,
  settleProposal,
  updateSeat,
} from './seat-store.ts'
import { seatView } from './seat-views.ts'
import { type Residency, residenciesOf } from './store.ts'

export type Loaded = { seat: Seat; members: Residency[] }
export async function loadSeat(db: Read, { id }: { id: string }): Promise<Loaded | undefined> {
  const seat = await findSeat(db, id)
  return seat && { seat, members: await membersAt(db, seat.doorIndex, seat.purpose) }
}
const isMember = (actor: Person, { members }: Loaded) =>
  members.some(({ personId }) => personId === actor.personId)
const everyone = () => true

/** What the members of a household or a unit do among themselves. */
export function seatRoutes({ secrets }: { secrets: Secrets }): Route[] {
  return [
    answer(mySeats, {
      load: async (_db, input) => input,
      sees: everyone,
      async view({ db, actor, now }) {
        const items = []
        for (const one of await residenciesOf(db, actor.personId)) {
          const purpose = purposeOf(one.kind)
          if (one.status !== 'verified' || purpose === null) continue
          const seat = await findSeatAt(db, one.doorIndex, purpose)
          if (!seat) continue
          const members = await membersAt(db, one.doorIndex, purpose)
          items.push(await seatView(db, secrets, seat, members, actor.personId, now))
        }
        return { items }
      },
    }),
    perform(proposeRepresentative, {
      load: loadSeat,
      sees: isMember,
      may: everyone,
      async run({ tx, actor, input, subject, now, refuse, tell }) {
        const held = await holdSeat(tx, subject.seat, subject.seat.purpose, now)
        const members = await settleHeld(tx, held, now)
        const seat = (await findSeat(tx, held.id))!
        const to = members.find(({ id }) => id === input.member)?.personId ?? ''
        const pending = (await pendingOf(tx, seat.id)) !== undefined
        const obstacle = obstacleToPropose({ ...seat, members, by: actor.personId, to, pending }, now)
        if (obstacle) return refuse(obstacle)
        const proposal = await insertProposal(tx, seat.id, to, actor.personId, now)
        const { id, purpose, communityId } = seat
        for (const member of members) {
          const { personId } = member
          if (personId === actor.personId || !isAdult(member, now)) continue
          tell(representativeProposed({ id, purpose, communityId, personId, proposal }))
        }
        return seatView(tx, secrets, seat, members, actor.personId, now)
      },
      audit: ({ id, member }) => ({ subject: id, details: { member } }),
      unique: { seat_changes_pending: 'pendingOther' },
    }),
    perform(answerProposal, {
      load: loadSeat,
      sees: isMember,
      may: everyone,
      async run({ tx, actor, input, subject, now, refuse, tell }) {
        const me = actor.personId
        const held = await holdSeat(tx, subject.seat, subject.seat.purpose, now)
        const members = await settleHeld(tx, held, now)
        const seat = (await findSeat(tx, held.id))!
        const pending = await pendingOf(tx, seat.id)
        if (!pending || pending.id !== input.proposal) return refuse('settled')
        const asked = { ...seat, members, by: pending.byId! }
        if (input.agree) {
          const answered = await answersTo(tx, pending.id)
          const obstacle = obstacleToAgree({ ...asked, me, answered }, now)
          if (obstacle) return refuse(obstacle)
          await insertAnswer(tx, pending.id, me, now)
          if (agreementOf({ ...asked, answered: [...answered, me] }, now).done) {
            await settleProposal(tx, pending.id, 'done', now)
            await updateSeat(tx, seat.id, { representativeId: pending.toId, how: 'agreed' })
            const { id, purpose, communityId } = seat
            tell(representativeChanged({ id, purpose, communityId, personId: pending.toId! }))
          }
        } else {
          const mine = members.find(({ personId }) => personId === me)
          if (!mine || !isAdult(mine, now)) return refuse('minor')
          await settleProposal(tx, pending.id, 'declined', now)
        }
        const after = (await findSeat(tx, seat.id))!
        return seatView(tx, secrets, after, members, me, now)
      },
      audit: ({ id, proposal, agree }) => ({ subject: id, details: { proposal, agree } }),
    }),
  ]
}
