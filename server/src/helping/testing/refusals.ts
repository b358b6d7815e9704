import { cancelSignup } from '@tmt/shared/activities/signup-contract.ts'
import { endHelp, sendHelpCode, undoHelpedAct } from '@tmt/shared/helping/contract.ts'
import { mostHelped } from '@tmt/shared/helping/rules.ts'
import { leave } from '@tmt/shared/privacy/contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { newIdNumber, register, verified } from '../../identity/testing/identity.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { newPhone, type Somebody, somebody } from '../../testing/somebody.ts'
import { helpingCounterRefusals } from './counter-refusals.ts'
import { begin, codeFor, helpOf, recorded, signedUpFor } from './help.ts'

const ask = (house: TestHouse, { token }: Somebody, phone: string) =>
  house.ask(sendHelpCode, { phone }, { token })
async function busy(house: TestHouse) {
  const helper = await somebody(house)
  for (let i = 0; i < mostHelped.family; i += 1) await helpOf(house, helper, await somebody(house))
  return helper
}
async function leaving(house: TestHouse) {
  const person = await somebody(house)
  await house.ask(leave, {}, { token: person.token })
  return person
}

export const helpingRefusals: Provocations = {
  ...helpingCounterRefusals,
  'helping.sendCode': {
    async oneself(house) {
      const helper = await somebody(house)
      return ask(house, helper, helper.phone)
    },
    async tooSoon(house) {
      const phone = newPhone()
      await ask(house, await somebody(house), phone)
      return ask(house, await somebody(house), phone)
    },
    async tooMany(house) {
      const phone = newPhone()
      house.clock.now += DAY
      for (let i = 0; i < 5; i += 1) {
        await ask(house, await somebody(house), phone)
        house.clock.now += MINUTE
      }
      return ask(house, await somebody(house), phone)
    },
  },
  'helping.begin': {
    async oneself(house) {
      const helper = await somebody(house)
      const phone = newPhone()
      const code = await codeFor(house, helper, phone)
      // The number became the helper's own meanwhile.
      await house.store.write(async (tx) => {
        const { persons } = await import('../../people/tables.ts')
        const { eq } = await import('drizzle-orm')
        const phoneIndex = house.secrets.index('phone', phone)
        await tx.update(persons).set({ phoneIndex }).where(eq(persons.id, helper.id))
      })
      return begin(house, helper, phone, { code })
    },
    async already(house) {
      const [helper, person] = [await somebody(house), await somebody(house)]
      await helpOf(house, helper, person)
      return begin(house, helper, person.phone)
    },
    tooManyHelped: async (house) => begin(house, await busy(house), newPhone()),
    hasLeft: async (house) => begin(house, await somebody(house), (await leaving(house)).phone),
    async wrongCode(house) {
      const [helper, phone] = [await somebody(house), newPhone()]
      const code = await codeFor(house, helper, phone)
      return begin(house, helper, phone, { code: code === '000000' ? '000001' : '000000' })
    },
    async codeExpired(house) {
      const [helper, phone] = [await somebody(house), newPhone()]
      const code = await codeFor(house, helper, phone)
      house.clock.now += HOUR
      return begin(house, helper, phone, { code })
    },
  },
  'helping.record': {
    async oneself(house) {
      const phone = newPhone()
      const { body } = await register(house, { phone })
      return recorded(house, { personId: body.personId, helperPhone: phone })
    },
    async already(house) {
      const helper = await somebody(house)
      const { body } = await register(house)
      await recorded(house, { personId: body.personId, helperPhone: helper.phone })
      return recorded(house, { personId: body.personId, helperPhone: helper.phone })
    },
    tooManyHelped: async (house) => recorded(house, { helperPhone: (await busy(house)).phone }),
    agreementMissing: (house) => recorded(house, { agreed: false }),
    helperUnknown: (house) => recorded(house, { helperPhone: newPhone() }),
    async birthDateNeeded(house) {
      const { id: personId } = await verified(house, 'netId', [{ role: 'resident', division: DONGAN }])
      return recorded(house, { personId, kinship: 'guardian' })
    },
    async noSuchDay(house) {
      const { id: personId } = await verified(house, 'netId', [{ role: 'resident', division: DONGAN }])
      return recorded(house, { personId, kinship: 'guardian', birthDate: '20150230' })
    },
    ofAge: (house) => recorded(house, { kinship: 'guardian' }),
    async guardianConsentMissing(house) {
      const { body } = await register(house, { idNumber: newIdNumber(2020), guardian: true })
      return recorded(house, { personId: body.personId, kinship: 'guardian' })
    },
    notStaffHere: (house) => recorded(house, { kinship: 'worker' }),
  },
  'helping.end': {
    async ended(house) {
      const person = await somebody(house)
      const id = await helpOf(house, await somebody(house), person)
      await house.ask(endHelp, { id }, { token: person.token })
      return house.ask(endHelp, { id }, { token: person.token })
    },
  },
  'helping.undo': {
    async undone(house) {
      const person = await somebody(house)
      const { act } = await signedUpFor(house, person)
      await house.ask(undoHelpedAct, { id: act }, { token: person.token })
      return house.ask(undoHelpedAct, { id: act }, { token: person.token })
    },
    async tooLate(house) {
      const person = await somebody(house)
      const { act, activityId } = await signedUpFor(house, person)
      await house.ask(cancelSignup, { id: activityId }, { token: person.token })
      return house.ask(undoHelpedAct, { id: act }, { token: person.token })
    },
  },
}
