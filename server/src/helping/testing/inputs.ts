import { DAY } from '@tmt/shared/time.ts'
import type { TestHouse } from '../../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../../testing/somebody.ts'
import { DONGAN } from '../../demo/city.ts'
import { saveDeclaration } from '../../people/relatives-store.ts'
import { codeFor, codeOfAct, helpOf, neighbour, recordInput, signedUpFor } from './help.ts'

export function helpingInputs(house: TestHouse, who: Somebody): Record<string, () => Promise<object>> {
  const declare = () => house.store.write((tx) => saveDeclaration(tx, who.id, house.clock.now))
  return {
    'helping.undoByCode': async () => {
      // From one address so many a day.
      house.clock.now += DAY
      const { code, phoneTail } = await codeOfAct(house, who)
      return { code, phoneTail }
    },
    'helping.find': async () => ({ communityId: DONGAN, phone: (await neighbour(house)).phone }),
    'helping.person': async () => ({ communityId: DONGAN, id: (await neighbour(house)).id }),
    'helping.endAtCounter': async () => {
      await declare()
      const id = await helpOf(house, await somebody(house), await neighbour(house))
      return { communityId: DONGAN, id, reason: '本人来窗口要求' }
    },
    'helping.undoAtCounter': async () => {
      await declare()
      const { act: id } = await signedUpFor(house, await neighbour(house))
      return { communityId: DONGAN, id, reason: '本人来窗口要求' }
    },
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
