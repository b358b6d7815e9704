import { DAY } from '@tmt/shared/time.ts'
import type { TestHouse } from '../../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../../testing/somebody.ts'
import { codeFor, helpOf, recordInput, signedUpFor } from './help.ts'

export function helpingInputs(house: TestHouse, who: Somebody): Record<string, () => Promise<object>> {
  return {
    'helping.mine': async () => ({}),
    'helping.sendCode': async () => {
      // Each may wake so many people a day.
      house.clock.now += DAY
      return { phone: newPhone() }
    },
    'helping.begin': async () => {
      house.clock.now += DAY
      const phone = newPhone()
      return { phone, code: (await codeFor(house, who, phone)) ?? '000000', kinship: 'child' }
    },
    'helping.record': () => recordInput(house),
    'helping.end': async () => ({ id: await helpOf(house, await somebody(house), who) }),
    'helping.acts': async () => ({}),
    'helping.undo': async () => ({ id: (await signedUpFor(house, who)).act }),
  }
}
