import { DONGAN } from '../../demo/city.ts'
import { relatives } from '../../people/tables.ts'
import { CONFIRM_AHEAD } from '@tmt/shared/residency/rules.ts'
import { eq } from 'drizzle-orm'
import type { TestHouse } from '../../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../../testing/somebody.ts'
import { insertDoorCode } from '../door-code-store.ts'
import { residencies } from '../tables.ts'
import { insertRelative } from '../../people/relatives-store.ts'
import { insertPlace } from '../../divisions/place-store.ts'
import { findSeat } from '../seat-store.ts'
import { family, propose } from './seats.ts'
import { declare, doorCode, home, homeFrom, verifiedHome } from './residency.ts'

let count = 0
async function newPlace(house: TestHouse) {
  const place = { communityId: DONGAN, kind: 'area' as const, gridCode: null, areaCode: null }
  const code = await house.store.write((tx) => insertPlace(tx, { ...place, name: `演示小区${(count += 1)}` }))
  return code!
}
async function ownDoorCode(house: TestHouse, who: Somebody) {
  const { now } = house.clock
  const code = { communityId: DONGAN, digitsIndex: `test ${(count += 1)}`, expiresAt: now + 60_000 }
  return house.store.write((tx) => insertDoorCode(tx, { personId: who.id, ...code }, now))
}
/** Verified a year ago but for a month: to be confirmed now. */
async function endingHome(house: TestHouse, who: Somebody) {
  const id = await verifiedHome(house, who, { door: `2单元${(count += 1)}室` })
  const confirmBy = house.clock.now + CONFIRM_AHEAD
  await house.store.write(async (tx) => {
    await tx.update(residencies).set({ confirmBy }).where(eq(residencies.id, id))
  })
  return id
}

/** For each endpoint of this feature, and of what came with it, an input that succeeds for `who` when who may. */
export function residencyInputs(house: TestHouse, who: Somebody): Record<string, () => Promise<object>> {
  const { now } = house.clock
  const door = () => ({ door: `1单元${(count += 1)}室` })
  const waiting = async () => {
    await declare(house, who)
    return home(house, await somebody(house), door())
  }
  return {
    'divisions.places': async () => ({ communityId: DONGAN }),
    'divisions.managedPlaces': async () => ({ communityId: DONGAN }),
    'divisions.addPlace': async () => ({
      communityId: DONGAN,
      kind: 'area',
      name: `演示小区${(count += 1)}`,
    }),
    'divisions.changePlace': async () => ({
      code: await newPlace(house),
      name: `演示小区${(count += 1)}`,
      version: 1,
    }),
    'divisions.closePlace': async () => ({ code: await newPlace(house), closed: true, version: 1 }),
    'people.relatives': async () => ({}),
    'people.addRelative': async () => ({ relation: 'spouse', phone: newPhone() }),
    'people.removeRelative': async () => {
      const relative = { personId: who.id, relation: 'spouse', phone: newPhone() } as const
      await house.store.write((tx) => insertRelative(tx, house.secrets, relative, now))
      const own = eq(relatives.personId, who.id)
      const [row] = await house.store.read.select({ id: relatives.id }).from(relatives).where(own)
      return { id: row!.id }
    },
    'people.declareRelatives': async () => ({}),
    'residency.mine': async () => ({}),
    'residency.lived': async () => ({}),
    'residency.due': async () => ({}),
    'residency.claim': async () => ({ ...homeFrom(now, door()), submit: true }),
    'residency.change': async () => {
      const id = await home(house, who, { ...door(), submit: false })
      return { ...homeFrom(now, door()), id, submit: true, version: 1 }
    },
    'residency.withdraw': async () => ({ id: await home(house, who, door()) }),
    'residency.discard': async () => ({ id: await home(house, who, { ...door(), submit: false }) }),
    'residency.confirm': async () => ({ id: await endingHome(house, who) }),
    'residency.moveOut': async () => ({ id: await verifiedHome(house, who, door()) }),
    'residency.choosePrimary': async () => ({ id: await verifiedHome(house, who, door()) }),
    'residency.present': async () => ({
      id: await home(house, who, door()),
      code: (await doorCode(house)).digits,
    }),
    'residency.claims': async () => ({ communityId: DONGAN }),
    'residency.claimed': async () => ({ id: await waiting() }),
    'residency.overdue': async () => ({ code: DONGAN }),
    'residency.decide': async () => ({
      id: await waiting(),
      outcome: 'verified',
      evidence: 'hukouBook',
      version: 1,
    }),
    'residency.revoke': async () => {
      await declare(house, who)
      const id = await verifiedHome(house, await somebody(house), door())
      return { id, reason: 'notThere', version: 2 }
    },
    'residency.seats': async () => ({}),
    'residency.propose': async () => {
      const { seat, homes } = await family(house, 2, { first: who })
      return { id: seat, member: homes[0]! }
    },
    'residency.answer': async () => {
      const { seat, homes, people } = await family(house, 2, { first: who })
      const { body } = await propose(house, seat, people[1]!, homes[1]!)
      return { id: seat, proposal: body.proposal!.id, agree: true }
    },
    'residency.seatOf': async () => ({ id: await waiting() }),
    'residency.settleSeat': async () => {
      await declare(house, who)
      const { seat, homes } = await family(house, 1)
      const { version } = (await findSeat(house.store.read, seat))!
      return { id: seat, head: homes[0]!, version }
    },
    'residency.unitTotals': async () => ({ communityId: DONGAN }),
    'residency.setUnitTotals': async () => ({
      code: await newPlace(house),
      units: 10,
      area: 100_000,
      version: 0,
    }),
    'residency.openDoorCode': async () => {
      await declare(house, who)
      return { communityId: DONGAN }
    },
    'residency.doorCode': async () => ({ id: await ownDoorCode(house, who) }),
  }
}
