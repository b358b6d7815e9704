import { randomUUID } from 'node:crypto'
import { addChild, MOST_CHILDREN, removeChild } from '@tmt/shared/activities/children-contract.ts'
import { postponeActivity } from '@tmt/shared/activities/life-contract.ts'
import {
  answerOffer,
  cancelSignup,
  signUp,
  type Who,
  withdrawSignup,
} from '@tmt/shared/activities/signup-contract.ts'
import { admitSignup, cancelActivity } from '@tmt/shared/activities/staff-contract.ts'
import { checkOf } from '@tmt/shared/people/id-number.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { register, verified } from '../../identity/testing/identity.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { post } from './activity.ts'
import { childFacts, childOf, signedUp, turn } from './signup-inputs.ts'

type Posted = Parameters<typeof post>[1]
const worker = (house: TestHouse) => somebody(house, [{ role: 'worker', division: DONGAN }])
const join = (house: TestHouse, id: string, { token }: Somebody, more: object = {}) =>
  house.ask(signUp, { id, ...more }, { token })
const joining = async (house: TestHouse, id: string) => join(house, id, await somebody(house))

let numbers = 0
/** Somebody whose name, day of birth and sex a worker has verified. */
export async function known(house: TestHouse, born: string, gender: 'female' | 'male') {
  numbers += 1
  const person = await somebody(house)
  const serial = 10 * numbers + (gender === 'male' ? 1 : 2)
  const first = `321200${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const reply = await register(house, {
    phone: person.phone,
    idNumber: first + checkOf(first),
    guardian: born > '2008',
  })
  if (reply.status !== 200) throw new Error(`not registered: ${reply.problem.code}`)
  return person
}
async function cancelled(house: TestHouse, id: string) {
  await house.ask(cancelActivity, { id, reason: '有大雨' }, { token: (await worker(house)).token })
  return id
}
async function bringing(house: TestHouse, changes: Posted, born?: string) {
  const me = await somebody(house)
  const id = await post(house, changes)
  return { me, id, who: { kind: 'child', id: await childOf(house, me, born) } satisfies Who }
}
/** A guardian and a child on the list of what a child may not come to alone. */
async function together(house: TestHouse) {
  const { me, id, who } = await bringing(house, { guardianRequired: true })
  const { body } = await join(house, id, me)
  await join(house, id, me, { who })
  return { me, id, signupId: body.id }
}
const admitting = async (house: TestHouse, ids: { id: string; signupId: string }) =>
  house.ask(admitSignup, ids, { token: (await worker(house)).token })
const adding = async (house: TestHouse, changes: object) =>
  house.ask(addChild, childFacts(changes), { token: (await somebody(house)).token })

export const signupRefusals: Provocations = {
  'activities.signUp': {
    async closed(house) {
      const id = await post(house)
      house.clock.now += HOUR
      return joining(house, id)
    },
    cancelled: async (house) => joining(house, await cancelled(house, await post(house))),
    async postponed(house) {
      const id = await post(house)
      await house.ask(postponeActivity, { id, reason: '老师病了' }, { token: (await worker(house)).token })
      return joining(house, id)
    },
    async full(house) {
      const id = await post(house, { capacity: 1 })
      await joining(house, id)
      return joining(house, id)
    },
    async waitlistFull(house) {
      const id = await post(house, { capacity: 1, waitlistCapacity: 1 })
      await joining(house, id)
      await joining(house, id)
      return joining(house, id)
    },
    async alreadySignedUp(house) {
      const [id, me] = [await post(house), await somebody(house)]
      await join(house, id, me)
      return join(house, id, me)
    },
    notEligible: async (house) => joining(house, await post(house, { residencyRequired: 'town' })),
    notOfHousehold: async (house) =>
      join(house, await post(house), await somebody(house), { who: { kind: 'member', id: randomUUID() } }),
    realNameNeeded: async (house) => joining(house, await post(house, { realNameRequired: true })),
    async tooYoung(house) {
      const { me, id, who } = await bringing(house, { minAge: 60 })
      return join(house, id, me, { who })
    },
    async tooOld(house) {
      const { me, id, who } = await bringing(house, { maxAge: 3 })
      return join(house, id, me, { who })
    },
    wrongGender: async (house) =>
      join(house, await post(house, { gender: 'female' }), await known(house, '1960-01-01', 'male')),
    factsUnknown: async (house) =>
      join(house, await post(house, { minAge: 60, realNameRequired: true }), await verified(house, 'netId')),
    undeclared: async (house) => joining(house, await post(house, { healthPledge: true })),
    guardianActs: async (house) =>
      join(house, await post(house, { maxAge: 14 }), await known(house, '2015-01-01', 'male')),
    async guardianFirst(house) {
      const { me, id, who } = await bringing(house, { guardianRequired: true })
      return join(house, id, me, { who })
    },
    async householdFull(house) {
      const { me, id, who } = await bringing(house, { householdLimit: 1 })
      await join(house, id, me)
      return join(house, id, me, { who })
    },
  },
  'activities.cancelSignup': {
    async notSignedUp(house) {
      const { token } = await somebody(house)
      return house.ask(cancelSignup, { id: await post(house) }, { token })
    },
    async started(house) {
      const me = await somebody(house)
      const { id } = await signedUp(house, me)
      house.clock.now += 2 * HOUR
      return house.ask(cancelSignup, { id }, { token: me.token })
    },
    async childrenFirst(house) {
      const { me, id } = await together(house)
      return house.ask(cancelSignup, { id }, { token: me.token })
    },
  },
  'activities.withdraw': {
    async notSignedUp(house) {
      const me = await somebody(house)
      const ids = await signedUp(house, me)
      await house.ask(withdrawSignup, ids, { token: me.token })
      return house.ask(withdrawSignup, ids, { token: me.token })
    },
    async started(house) {
      const me = await somebody(house)
      const ids = await signedUp(house, me)
      house.clock.now += 2 * HOUR
      return house.ask(withdrawSignup, ids, { token: me.token })
    },
    async childrenFirst(house) {
      const { me, id, signupId } = await together(house)
      return house.ask(withdrawSignup, { id, signupId }, { token: me.token })
    },
  },
  'activities.answerOffer': {
    async cancelled(house) {
      const me = await somebody(house)
      const ids = await turn(house, await signedUp(house, me), 'offered')
      await cancelled(house, ids.id)
      return house.ask(answerOffer, { ...ids, accept: true }, { token: me.token })
    },
    async notOffered(house) {
      const me = await somebody(house)
      const ids = await signedUp(house, me)
      return house.ask(answerOffer, { ...ids, accept: true }, { token: me.token })
    },
    async offerOver(house) {
      const me = await somebody(house)
      const ids = await turn(house, await signedUp(house, me), 'offered')
      house.clock.now += HOUR
      return house.ask(answerOffer, { ...ids, accept: true }, { token: me.token })
    },
  },
  'activities.addChild': {
    noSuchDay: (house) => adding(house, { born: '2020-02-30' }),
    grownUp: (house) => adding(house, { born: '2008-12-01' }),
    consentMissing: (house) => adding(house, { consent: false }),
    dataConsentMissing: (house) => adding(house, { dataConsent: false }),
    async tooMany(house) {
      const me = await somebody(house)
      for (let i = 0; i < MOST_CHILDREN; i += 1) await childOf(house, me)
      return house.ask(addChild, childFacts(), { token: me.token })
    },
  },
  'activities.removeChild': {
    async stillListed(house) {
      const { me, id, who } = await bringing(house, {})
      await join(house, id, me, { who })
      return house.ask(removeChild, { id: who.id }, { token: me.token })
    },
  },
  'activities.admit': {
    notAwaiting: async (house) => admitting(house, await signedUp(house, await somebody(house))),
    async closed(house) {
      const ids = await turn(house, await signedUp(house, await somebody(house)), 'awaiting')
      house.clock.now += 2 * HOUR
      return admitting(house, ids)
    },
    async noPlace(house) {
      const ids = await turn(house, await signedUp(house, await somebody(house), { capacity: 1 }), 'awaiting')
      await joining(house, ids.id)
      return admitting(house, ids)
    },
  },
}
