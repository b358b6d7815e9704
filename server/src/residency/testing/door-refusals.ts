import { openDoorCode } from '@tmt/shared/residency/staff-contract.ts'
import { DONGAN } from '../../demo/city.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'

export const doorRefusals: Provocations = {
  'residency.openDoorCode': {
    async declareFirst(house) {
      const { token } = await somebody(house, [{ role: 'worker', division: DONGAN }])
      return house.ask(openDoorCode, { communityId: DONGAN }, { token })
    },
  },
}
