import { giveConsent, withdrawConsent } from '@tmt/shared/privacy/contract.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'

export const privacyRefusals: Provocations = {
  'privacy.consent': {
    async outdated(house) {
      const { token } = await somebody(house)
      return house.ask(giveConsent, { purpose: 'account', version: '2020-01-01' }, { token })
    },
  },
  'privacy.withdraw': {
    async notGiven(house) {
      const { token } = await somebody(house)
      return house.ask(withdrawConsent, { purpose: 'realName' }, { token })
    },
    async needed(house) {
      const { token } = await somebody(house)
      return house.ask(withdrawConsent, { purpose: 'account' }, { token })
    },
  },
  'privacy.leave': {},
}
