import { addPlace, changePlace, closePlace } from '@tmt/shared/divisions/place-contract.ts'
import { addRelative } from '@tmt/shared/people/relatives.ts'
import { DONGAN } from '../../demo/city.ts'
import { insertRelative } from '../../people/relatives-store.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { newPhone, somebody } from '../../testing/somebody.ts'
import { placeNumbers } from '../tables.ts'

const worker = (house: TestHouse) => somebody(house, [{ role: 'worker', division: DONGAN }])
let count = 0
const newName = () => `测试用${(count += 1)}`
type Added = {
  kind?: 'area' | 'grid' | 'microGrid' | 'building'
  name?: string
  grid?: string
  area?: string
}
async function add(house: TestHouse, { kind = 'area', name = newName(), ...within }: Added = {}) {
  const { token } = await worker(house)
  return house.ask(addPlace, { communityId: DONGAN, kind, name, ...within }, { token })
}
async function change(house: TestHouse, code: string, more: Partial<Added> & { version?: number } = {}) {
  const { version = 1, name = newName(), grid, area } = more
  const input = { code, name, version, ...(grid && { grid }), ...(area && { area }) }
  return house.ask(changePlace, input, { token: (await worker(house)).token })
}
async function close(house: TestHouse, code: string, closed = true, version = 1) {
  return house.ask(closePlace, { code, closed, version }, { token: (await worker(house)).token })
}
const codeOf = async (house: TestHouse, added: Added = {}) => (await add(house, added)).body.code

export const placeRefusals: Provocations = {
  'divisions.addPlace': {
    async nameTaken(house) {
      const name = newName()
      await add(house, { name })
      return add(house, { name })
    },
    wrongParent: (house) => add(house, { kind: 'microGrid' }),
    async tooMany(house) {
      const grid = await codeOf(house, { kind: 'grid' })
      await house.store.write(async (tx) => {
        await tx.insert(placeNumbers).values({ series: `${grid}/microGrid`, last: 999 })
      })
      return add(house, { kind: 'microGrid', grid })
    },
  },
  'divisions.changePlace': {
    async nameTaken(house) {
      const name = newName()
      await add(house, { name })
      return change(house, await codeOf(house), { name })
    },
    wrongParent: async (house) => change(house, await codeOf(house), { area: `${DONGAN}-P000001` }),
    stale: async (house) => change(house, await codeOf(house), { version: 2 }),
    async closed(house) {
      const code = await codeOf(house)
      await close(house, code)
      return change(house, code, { version: 2 })
    },
  },
  'divisions.closePlace': {
    async nameTaken(house) {
      const name = newName()
      const code = await codeOf(house, { name })
      await close(house, code)
      await add(house, { name })
      return close(house, code, false, 2)
    },
    async wrongParent(house) {
      const area = await codeOf(house)
      const code = await codeOf(house, { kind: 'building', area })
      await close(house, code)
      await close(house, area)
      return close(house, code, false, 2)
    },
    stale: async (house) => close(house, await codeOf(house), true, 2),
    async notEmpty(house) {
      const area = await codeOf(house)
      await add(house, { kind: 'building', area })
      return close(house, area)
    },
  },
}

export const relativeRefusals: Provocations = {
  'people.addRelative': {
    async yourself(house) {
      const { phone, token } = await worker(house)
      return house.ask(addRelative, { relation: 'other', phone }, { token })
    },
    async alreadyThere(house) {
      const [{ token }, phone] = [await worker(house), newPhone()]
      await house.ask(addRelative, { relation: 'parent', phone }, { token })
      return house.ask(addRelative, { relation: 'child', phone }, { token })
    },
    async tooMany(house) {
      const { id: personId, token } = await worker(house)
      await house.store.write(async (tx) => {
        for (let i = 0; i < 50; i += 1) {
          const relative = { personId, relation: 'other', phone: newPhone() } as const
          await insertRelative(tx, house.secrets, relative, house.clock.now)
        }
      })
      return house.ask(addRelative, { relation: 'parent', phone: newPhone() }, { token })
    },
  },
  'people.removeRelative': {},
  'people.declareRelatives': {},
}
