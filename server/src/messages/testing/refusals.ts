import { setQuiet } from '@tmt/shared/messages/inbox-contract.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'

export const messageRefusals: Provocations = {
  'messages.setQuiet': {
    async wholeDay(house) {
      const { token } = await somebody(house)
      return house.ask(setQuiet, { on: true, from: 60, to: 60 }, { token })
    },
  },
}
