import { setUnitTotals, settleSeat } from '@tmt/shared/residency/seat-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { insertRelative } from '../../people/relatives-store.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { findSeat } from '../seat-store.ts'
import { verifier } from './residency.ts'
import { type Family, family, makeMinor, propose, reply, settle } from './seats.ts'

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057'
type Settling = { head?: string; representative?: string; note?: string; version?: number }
async function settling(house: TestHouse, one: Family, more: Settling, by?: Somebody) {
  const { version } = (await findSeat(house.store.read, one.seat))!
  const { token } = by ?? (await verifier(house))
  return house.ask(settleSeat, { id: one.seat, version, ...more }, { token })
}
const anew = (more: (one: Family) => Settling) => async (house: TestHouse) => {
  const one = await family(house, 2)
  return settling(house, one, more(one))
}
async function totals(house: TestHouse, code: string, version: number) {
  const { token } = await verifier(house)
  return house.ask(setUnitTotals, { code, units: 1, area: 1, version }, { token })
}

export const seatRefusals: Provocations = {
  'residency.propose': {
    async alreadyIs(house) {
      const one = await family(house, 2)
      await settle(house, one, { headId: one.people[0]!.id })
      return propose(house, one.seat, one.people[1]!, one.homes[0]!)
    },
    async minor(house) {
      const one = await family(house, 2)
      await makeMinor(house, one.homes[1]!, house.clock.now + DAY)
      return propose(house, one.seat, one.people[0]!, one.homes[1]!)
    },
    async underAge(house) {
      const one = await family(house, 2)
      await makeMinor(house, one.homes[0]!, house.clock.now + DAY)
      return propose(house, one.seat, one.people[0]!, one.homes[1]!)
    },
    async movedOut(house) {
      const one = await family(house, 2)
      return propose(house, one.seat, one.people[0]!, NOBODY)
    },
    async pendingOther(house) {
      const one = await family(house, 3)
      await propose(house, one.seat, one.people[0]!, one.homes[1]!)
      return propose(house, one.seat, one.people[1]!, one.homes[2]!)
    },
    async nobodyElse(house) {
      const one = await family(house, 1)
      return propose(house, one.seat, one.people[0]!, one.homes[0]!)
    },
    async ownersMissing(house) {
      const one = await family(house, 2, { purpose: 'unit' })
      await settle(house, one, { owners: 3 })
      return propose(house, one.seat, one.people[0]!, one.homes[1]!)
    },
  },
  'residency.answer': {
    async settled(house) {
      const one = await family(house, 2)
      return reply(house, one.seat, one.people[0]!, true, NOBODY)
    },
    async minor(house) {
      const one = await family(house, 3)
      await propose(house, one.seat, one.people[0]!, one.homes[1]!)
      await makeMinor(house, one.homes[2]!, house.clock.now + DAY)
      return reply(house, one.seat, one.people[2]!, false)
    },
    async ownProposal(house) {
      const one = await family(house, 2)
      await propose(house, one.seat, one.people[0]!, one.homes[1]!)
      return reply(house, one.seat, one.people[0]!, true)
    },
    async headDecides(house) {
      const one = await family(house, 3)
      await settle(house, one, { headId: one.people[0]!.id })
      await propose(house, one.seat, one.people[1]!, one.homes[1]!)
      return reply(house, one.seat, one.people[2]!, true)
    },
    async answered(house) {
      const one = await family(house, 3, { purpose: 'unit' })
      await settle(house, one, { owners: 3 })
      await propose(house, one.seat, one.people[0]!, one.homes[0]!)
      await reply(house, one.seat, one.people[1]!, true)
      return reply(house, one.seat, one.people[1]!, true)
    },
  },
  'residency.settleSeat': {
    async ownClaim(house) {
      const by = await verifier(house)
      const one = await family(house, 2, { first: by })
      return settling(house, one, { head: one.homes[1]! }, by)
    },
    async relative(house) {
      const [by, one] = [await verifier(house), await family(house, 2)]
      const { phone } = one.people[1]!
      await house.store.write((tx) =>
        insertRelative(tx, house.secrets, { personId: by.id, relation: 'sibling', phone }, house.clock.now),
      )
      return settling(house, one, { head: one.homes[0]! }, by)
    },
    async declareFirst(house) {
      const one = await family(house, 1)
      const by = await somebody(house, [{ role: 'worker', division: DONGAN }])
      return settling(house, one, { head: one.homes[0]! }, by)
    },
    noteNeeded: anew(({ homes }) => ({ representative: homes[0]! })),
    movedOut: anew(() => ({ head: NOBODY })),
    stale: anew(({ homes }) => ({ head: homes[0]!, version: 99 })),
    async minor(house) {
      const one = await family(house, 2)
      await makeMinor(house, one.homes[1]!, house.clock.now + DAY)
      return settling(house, one, { representative: one.homes[1]!, note: '都在场' })
    },
    async wrongPurpose(house) {
      const one = await family(house, 1, { purpose: 'unit' })
      return settling(house, one, { head: one.homes[0]! })
    },
  },
  'residency.setUnitTotals': {
    notAnArea: (house) => totals(house, `${DONGAN}-B0001`, 0),
    stale: (house) => totals(house, `${DONGAN}-P000002`, 7),
  },
}
