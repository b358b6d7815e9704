import {
  changeResidency,
  choosePrimary,
  confirmResidency,
  discardResidency,
  moveOut,
  presentResidency,
  withdrawResidency,
} from '@tmt/shared/residency/contract.ts'
import { decideClaim, openDoorCode, revokeClaim } from '@tmt/shared/residency/staff-contract.ts'
import { DAY, MINUTE, startOfDay } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { DONGAN, HUAYUAN } from '../../demo/city.ts'
import { insertRelative } from '../../people/relatives-store.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations, Refused } from '../../testing/refusals.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { residencies } from '../tables.ts'
import { claim, doorCode, home, homeFrom, verifiedHome, verifier, verify } from './residency.ts'

const worker = (house: TestHouse) => somebody(house, [{ role: 'worker', division: DONGAN }])
let count = 0
const newName = () => `${(count += 1)}号`
type Mine =
  | typeof withdrawResidency
  | typeof discardResidency
  | typeof confirmResidency
  | typeof moveOut
  | typeof choosePrimary
/** What is done to a claim that only waits. */
const toWaiting = (contract: Mine) => async (house: TestHouse) => {
  const me = await somebody(house)
  return house.ask(contract, { id: await home(house, me) }, { token: me.token })
}
async function confirmAfter(house: TestHouse, endsIn: number) {
  const me = await somebody(house)
  const id = await verifiedHome(house, me)
  const confirmBy = house.clock.now + endsIn
  await house.store.write(async (tx) => {
    await tx.update(residencies).set({ confirmBy }).where(eq(residencies.id, id))
  })
  return house.ask(confirmResidency, { id }, { token: me.token })
}
type Facts = Parameters<typeof homeFrom>[1]
const claiming = (facts: (now: number) => Facts) => async (house: TestHouse) =>
  claim(house, await somebody(house), facts(house.clock.now))
const changing =
  (facts: (now: number) => Facts, version = 1) =>
  async (house: TestHouse) => {
    const me = await somebody(house)
    const id = await home(house, me, { submit: false })
    const input = { ...homeFrom(house.clock.now, facts(house.clock.now)), id, submit: true, version }
    return house.ask(changeResidency, input, { token: me.token })
  }
const wrongFacts: Record<string, (now: number) => Facts> = {
  noSuchPlace: () => ({ place: `${DONGAN}-B9999` }),
  certNeeded: () => ({ kind: 'ownerOnly', evidence: 'propertyCert' }),
  sinceLater: (now) => ({ since: startOfDay(now + DAY) }),
}

type Decision = { outcome?: 'verified' | 'needMore' | 'rejected'; evidence?: 'lease'; reason?: 'other' }
async function decide(house: TestHouse, id: string, by: Somebody, more: Decision & { version?: number }) {
  const { version = 1, outcome = 'verified', ...rest } = more
  return house.ask(decideClaim, { id, outcome, version, ...rest }, { token: by.token })
}
async function decideAnew(house: TestHouse, more: Decision & { version?: number }) {
  return decide(house, await home(house, await somebody(house)), await verifier(house), more)
}
async function revoke(
  house: TestHouse,
  id: string,
  by: Somebody,
  version = 2,
  reason: 'notThere' | 'other' = 'notThere',
) {
  return house.ask(revokeClaim, { id, reason, version }, { token: by.token })
}
/** For each conflict, who decides and whose claim it is. */
async function conflicting(house: TestHouse, conflict: 'ownClaim' | 'relative' | 'declareFirst') {
  if (conflict === 'declareFirst') return { by: await worker(house), of: await somebody(house) }
  const by = await verifier(house)
  if (conflict === 'ownClaim') return { by, of: by }
  const of = await somebody(house)
  const relative = { personId: by.id, relation: 'sibling', phone: of.phone } as const
  await house.store.write((tx) => insertRelative(tx, house.secrets, relative, house.clock.now))
  return { by, of }
}
const byConflict = (provoke: (house: TestHouse, by: Somebody, of: Somebody) => Promise<Refused>) =>
  Object.fromEntries(
    (['ownClaim', 'relative', 'declareFirst'] as const).map((conflict) => [
      conflict,
      async (house: TestHouse) => {
        const { by, of } = await conflicting(house, conflict)
        return provoke(house, by, of)
      },
    ]),
  )
async function present(house: TestHouse, code: string, me?: Somebody, submit = true) {
  const who = me ?? (await somebody(house))
  const id = await home(house, who, { submit, door: newName() })
  return house.ask(presentResidency, { id, code }, { token: who.token })
}

export const residencyRefusals: Provocations = {
  'residency.claim': {
    noSuchPlace: claiming(wrongFacts.noSuchPlace!),
    certNeeded: claiming(wrongFacts.certNeeded!),
    sinceLater: claiming(wrongFacts.sinceLater!),
    async alreadyThere(house) {
      const me = await somebody(house)
      await claim(house, me)
      return claim(house, me, { door: ' １单元－101 ' })
    },
    async tooMany(house) {
      const me = await somebody(house)
      for (let i = 0; i < 6; i += 1) await home(house, me, { door: `${i + 1}室` })
      return claim(house, me)
    },
  },
  'residency.change': {
    noSuchPlace: changing(wrongFacts.noSuchPlace!),
    certNeeded: changing(wrongFacts.certNeeded!),
    sinceLater: changing(wrongFacts.sinceLater!),
    async alreadyThere(house) {
      const me = await somebody(house)
      await home(house, me, { door: '7室' })
      const id = await home(house, me, { door: '8室', submit: false })
      const input = { ...homeFrom(house.clock.now, { door: '7室' }), id, submit: true, version: 1 }
      return house.ask(changeResidency, input, { token: me.token })
    },
    stale: changing(() => ({}), 2),
    async notEditable(house) {
      const me = await somebody(house)
      const id = await home(house, me)
      const input = { ...homeFrom(house.clock.now), id, submit: true, version: 1 }
      return house.ask(changeResidency, input, { token: me.token })
    },
  },
  'residency.withdraw': {
    async notWaiting(house) {
      const me = await somebody(house)
      return house.ask(withdrawResidency, { id: await verifiedHome(house, me) }, { token: me.token })
    },
  },
  'residency.discard': { notADraft: toWaiting(discardResidency) },
  'residency.confirm': {
    notVerified: toWaiting(confirmResidency),
    tooEarly: (house) => confirmAfter(house, 31 * DAY),
    lapsed: (house) => confirmAfter(house, 0),
  },
  'residency.moveOut': { notVerified: toWaiting(moveOut) },
  'residency.choosePrimary': { notVerified: toWaiting(choosePrimary) },
  'residency.present': {
    unknownCode: (house) => present(house, '00000000'),
    async codeExpired(house) {
      const { digits } = await doorCode(house)
      house.clock.now += 2 * MINUTE
      return present(house, digits)
    },
    async codeUsed(house) {
      const { digits } = await doorCode(house)
      await present(house, digits)
      return present(house, digits)
    },
    otherCommunity: async (house) => present(house, (await doorCode(house, undefined, HUAYUAN)).token),
    async ownCode(house) {
      const by = await verifier(house)
      return present(house, (await doorCode(house, by)).token, by)
    },
    async notEditable(house) {
      const me = await somebody(house)
      const id = await verifiedHome(house, me)
      const { digits: code } = await doorCode(house)
      return house.ask(presentResidency, { id, code }, { token: me.token })
    },
  },
  'residency.decide': {
    ...byConflict(async (house, by, of) => decide(house, await home(house, of), by, { evidence: 'lease' })),
    evidenceNeeded: (house) => decideAnew(house, {}),
    reasonNeeded: (house) => decideAnew(house, { outcome: 'rejected' }),
    noteNeeded: (house) => decideAnew(house, { outcome: 'needMore', reason: 'other' }),
    stale: (house) => decideAnew(house, { evidence: 'lease', version: 2 }),
    async decided(house) {
      const id = await home(house, await somebody(house))
      await verify(house, id)
      return verify(house, id)
    },
    async withdrawn(house) {
      const me = await somebody(house)
      const id = await home(house, me)
      await house.ask(withdrawResidency, { id }, { token: me.token })
      return verify(house, id)
    },
  },
  'residency.revoke': {
    ...byConflict(async (house, by, of) => {
      const id = await verifiedHome(house, of)
      return revoke(house, id, by)
    }),
    noteNeeded: async (house) =>
      revoke(house, await verifiedHome(house, await somebody(house)), await verifier(house), 2, 'other'),
    notVerified: async (house) =>
      revoke(house, await home(house, await somebody(house)), await verifier(house), 1),
    stale: async (house) =>
      revoke(house, await verifiedHome(house, await somebody(house)), await verifier(house), 3),
  },
  'residency.openDoorCode': {
    async declareFirst(house) {
      const { token } = await worker(house)
      return house.ask(openDoorCode, { communityId: DONGAN }, { token })
    },
  },
}
