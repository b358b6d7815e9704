import {
  confirmOrganization,
  createOrganization,
  editOrganization,
  MAX_CARDS,
  moveOrganization,
  reportOrganization,
} from '@tmt/shared/organizations/contract.ts'
import { DONGAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { addCard, cardFacts, clearCards } from './card.ts'

const asWorker = async (house: TestHouse) => ({
  token: (await somebody(house, [{ role: 'worker', division: DONGAN }])).token,
})
async function card(house: TestHouse) {
  await clearCards(house)
  return addCard(house)
}

export const organizationRefusals: Provocations = {
  'organizations.create': {
    async exists(house) {
      await card(house)
      return house.ask(createOrganization, { communityId: DONGAN, ...cardFacts }, await asWorker(house))
    },
    async tooMany(house) {
      await clearCards(house)
      for (let i = 0; i < MAX_CARDS; i += 1) await addCard(house, { name: `测试名片${i}` })
      return house.ask(createOrganization, { communityId: DONGAN, ...cardFacts }, await asWorker(house))
    },
  },
  'organizations.edit': {
    async exists(house) {
      const id = await card(house)
      await addCard(house, { name: '另一张' })
      const input = { id, ...cardFacts, name: '另一张', version: 1 }
      return house.ask(editOrganization, input, await asWorker(house))
    },
    stale: async (house) =>
      house.ask(editOrganization, { id: await card(house), ...cardFacts, version: 2 }, await asWorker(house)),
  },
  'organizations.move': {
    atEnd: async (house) =>
      house.ask(moveOrganization, { id: await card(house), direction: 'down' }, await asWorker(house)),
  },
  'organizations.confirm': {
    stale: async (house) =>
      house.ask(confirmOrganization, { id: await card(house), version: 2 }, await asWorker(house)),
  },
  'organizations.remove': {},
  'organizations.report': {
    async alreadyReported(house) {
      const [id, { token }] = [await card(house), await somebody(house)]
      await house.ask(reportOrganization, { id }, { token })
      return house.ask(reportOrganization, { id }, { token })
    },
  },
}
