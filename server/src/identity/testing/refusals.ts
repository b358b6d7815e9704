import {
  finishVerification,
  revealField,
  reviewReveal,
  startVerification,
} from '@tmt/shared/identity/contract.ts'
import { leave, withdrawConsent } from '@tmt/shared/privacy/contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { openSession } from '../../people/sessions.ts'
import { begin, consent, dpoOf, newIdNumber, register, tellProvider, verified, workerOf } from './identity.ts'
import { looked } from './inputs.ts'

const start = (house: TestHouse, { token }: Somebody) =>
  house.ask(startVerification, { provider: 'taizhouTong' }, { token })
/** Begins, lets something happen, and asks for the result. */
async function finish(house: TestHouse, meanwhile: (person: Somebody) => Promise<unknown>) {
  const person = await somebody(house)
  const { body } = await begin(house, person)
  await meanwhile(person)
  return house.ask(finishVerification, { id: body.id }, { token: person.token })
}
const told = (kind: string) => (house: TestHouse) => finish(house, () => tellProvider(house, kind))

async function reveal(house: TestHouse, id: string, field: 'phone' | 'idNumber', by?: Somebody) {
  const { token } = by ?? (await workerOf(house))
  return house.ask(revealField, { id, field, reason: '核对窗口登记' }, { token })
}
async function review(
  house: TestHouse,
  id: string,
  more: { note?: string; questioned?: true } = {},
  by?: Somebody,
) {
  const { token } = by ?? (await dpoOf(house))
  const outcome = more.questioned ? 'questioned' : 'fine'
  return house.ask(reviewReveal, { id, outcome, note: more.note ?? '' }, { token })
}
async function yesterdays(house: TestHouse) {
  const { id, worker } = await looked(house)
  house.clock.now += DAY
  return { id, worker }
}

export const identityRefusals: Provocations = {
  'identity.start': {
    consentMissing: async (house) => start(house, await somebody(house)),
    alreadyVerified: async (house) => start(house, await verified(house)),
    async notOffered(house) {
      const person = await somebody(house)
      await consent(house, person)
      const { providers } = house.realName
      Object.assign(house.realName, { providers: ['suFuBan'] })
      const reply = await start(house, person)
      Object.assign(house.realName, { providers })
      return reply
    },
    async providerUnavailable(house) {
      const person = await somebody(house)
      await consent(house, person)
      await tellProvider(house, 'down')
      return start(house, person)
    },
  },
  'identity.finish': {
    notYet: told('pending'),
    saidNo: told('no'),
    attemptOver: (house) => finish(house, async () => void (house.clock.now += HOUR)),
    unusable: told('badNumber'),
    providerUnavailable: told('forged'),
    guardianNeeded: told('child'),
    consentMissing: (house) =>
      finish(house, ({ token }) => house.ask(withdrawConsent, { purpose: 'realName' }, { token })),
    async taken(house) {
      const person = await somebody(house)
      const { body } = await begin(house, person)
      const { inventedPerson } = await import('../../gateways/real-name/sandbox/people.ts')
      const { idNumber } = inventedPerson(house.secrets.index('account', person.id))
      await register(house, { idNumber })
      return house.ask(finishVerification, { id: body.id }, { token: person.token })
    },
  },
  'identity.record': {
    fifteenDigits: (house) => register(house, { idNumber: '321200900101001' }),
    otherDocument: (house) => register(house, { idNumber: '810000199408230021' }),
    notEighteen: (house) => register(house, { idNumber: '3212001960' }),
    noSuchDay: (house) => register(house, { idNumber: '321200200802300023' }),
    wrongCheck: (house) => register(house, { idNumber: '321200190001010014' }),
    consentMissing: (house) => register(house, { agreed: false }),
    guardianNeeded: (house) => register(house, { idNumber: newIdNumber(2015) }),
    async taken(house) {
      const idNumber = newIdNumber()
      await register(house, { idNumber })
      return register(house, { idNumber })
    },
    async alreadyVerified(house) {
      const { phone } = await verified(house)
      return register(house, { phone })
    },
    async notOneself(house) {
      const worker = await workerOf(house)
      return register(house, { phone: worker.phone }, worker)
    },
    async hasLeft(house) {
      const { phone, token } = await somebody(house)
      await house.ask(leave, {}, { token })
      return register(house, { phone })
    },
  },
  'identity.reveal': {
    async notHeld(house) {
      const { DONGAN } = await import('../../demo/city.ts')
      const { id } = await verified(house, 'netId', [{ role: 'resident', division: DONGAN }])
      return reveal(house, id, 'idNumber')
    },
    async tooMany(house) {
      const worker = await workerOf(house)
      const { body } = await register(house, {}, worker)
      for (let i = 0; i < 20; i += 1) await reveal(house, body.personId, 'phone', worker)
      return reveal(house, body.personId, 'phone', worker)
    },
  },
  'identity.review': {
    async alreadyReviewed(house) {
      const { id } = await yesterdays(house)
      await review(house, id)
      return review(house, id, { questioned: true, note: '请说明用在哪里' })
    },
    async notOneself(house) {
      const { id, worker } = await yesterdays(house)
      const token = await house.store.write(async (tx) => {
        const { grantRole } = await import('../../people/store.ts')
        const grant = { personId: worker.id, role: 'dpo', division: '321200000000', until: null } as const
        await grantRole(tx, grant, house.clock.now)
        return openSession(tx, worker.id, '测试', house.clock.now)
      })
      return review(house, id, {}, { ...worker, token })
    },
    noteMissing: async (house) =>
      review(house, (await yesterdays(house)).id, { questioned: true, note: ' ' }),
    tooEarly: async (house) => review(house, (await looked(house)).id),
  },
}
