import { giveConsent } from '@tmt/shared/privacy/contract.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Somebody } from '../../testing/somebody.ts'

export function privacyInputs(house: TestHouse, who: Somebody): Record<string, () => Promise<object>> {
  return {
    'privacy.consents': async () => ({}),
    'privacy.consent': async () => ({ purpose: 'account', version: PRIVACY_VERSION }),
    'privacy.withdraw': async () => {
      const input = { purpose: 'realName', version: PRIVACY_VERSION } as const
      await house.ask(giveConsent, input, { token: who.token })
      return { purpose: 'realName' }
    },
    'privacy.stored': async () => ({}),
    'privacy.export': async () => ({ id: who.id }),
    'privacy.leave': async () => ({}),
  }
}
