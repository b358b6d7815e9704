import {
  confirmOrganization,
  createOrganization,
  editOrganization,
  listOrganizations,
  managedOrganizations,
  MAX_CARDS,
  moveOrganization,
  removeOrganization,
  reportOrganization,
} from '@tmt/shared/organizations/contract.ts'
import { isOfficePhone } from '@tmt/shared/organizations/rules.ts'
import { DAY } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { demoOrganizations } from '../demo/organizations.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { addCard, cardFacts, clearCards } from './testing/card.ts'

let house: TestHouse
let worker: Somebody
let resident: Somebody
/** Where there is no demonstration: what stands there was put there by the test. */
const EMPTY = '321202002001'
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [
    { role: 'worker', division: DONGAN },
    { role: 'worker', division: EMPTY },
  ])
  resident = await somebody(house, [{ role: 'resident', division: DONGAN }])
})
afterAll(() => house.close())
beforeEach(() => clearCards(house))

const shown = async (communityId = DONGAN) => (await house.ask(listOrganizations, { communityId })).body.items
const managed = async (id: string) => {
  const { body } = await house.ask(managedOrganizations, { communityId: DONGAN }, worker)
  return body.items.find((card) => card.id === id)
}
const report = (id: string, who = resident) => house.ask(reportOrganization, { id }, who)
const create = (changes: object = {}, communityId = DONGAN) =>
  house.ask(createOrganization, { communityId, ...cardFacts, ...changes }, worker)

describe('residents', () => {
  test('read the cards of one community, in the order that its staff gave, and no other’s', async () => {
    const of = (communityId: string) =>
      demoOrganizations.filter((card) => card.communityId === communityId).map(({ name }) => name)
    expect((await shown()).map(({ name }) => name)).toEqual(of(DONGAN))
    expect((await shown(HUAYUAN)).map(({ name }) => name)).toEqual(of(HUAYUAN))
    expect(await shown(EMPTY)).toEqual([])
  })

  test('find no cards of a street', async () => {
    const { status } = await house.ask(listOrganizations, { communityId: '321202001000' })
    expect(status).toBe(404)
  })

  test('see a change at once, kept answer or not', async () => {
    await shown()
    const { body } = await create()
    expect((await shown()).at(-1)).toMatchObject({ id: body.id, ...cardFacts, demo: false })
    await house.ask(editOrganization, { id: body.id, ...cardFacts, purpose: '打预防针', version: 1 }, worker)
    expect((await shown()).at(-1)).toMatchObject({ purpose: '打预防针' })
    await house.ask(removeOrganization, { id: body.id }, worker)
    expect((await shown()).some(({ id }) => id === body.id)).toBe(false)
  })

  test('count once each when nobody answers, also when both come at once, until somebody has checked', async () => {
    const id = await addCard(house)
    const replies = await Promise.all([report(id), report(id), report(id, await somebody(house))])
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 409])
    expect(await managed(id)).toMatchObject({ reports: 2 })
    await house.ask(confirmOrganization, { id, version: 1 }, worker)
    expect(await managed(id)).toMatchObject({ reports: 0, version: 2 })
    expect((await report(id)).status).toBe(200)
    expect(await managed(id)).toMatchObject({ reports: 1 })
  })

  test('are told of no other’s complaints', async () => {
    const id = await addCard(house)
    await report(id)
    house.answers.dropAll()
    expect((await shown()).find((card) => card.id === id)).not.toHaveProperty('reports')
  })
})

describe('staff', () => {
  test('may not write down somebody’s own number, wherever they put it', async () => {
    for (const change of [
      { phone: '19900000001' },
      { purpose: '急事打 19900000001' },
      { hours: '找 199 0000 0001' },
    ]) {
      const { status, problem } = await create(change)
      expect([status, problem.fields?.map(({ path }) => path)]).toEqual([422, Object.keys(change)])
    }
    expect((await shown()).some(({ name }) => name === cardFacts.name)).toBe(false)
  })

  test('trim what they wrote, and find the same name taken', async () => {
    const { body } = await create({ name: ` ${cardFacts.name} ` })
    expect(body).toMatchObject({ name: cardFacts.name, version: 1, reports: 0, checkedAt: house.clock.now })
    const again = await create()
    expect([again.status, again.problem.code]).toEqual([409, 'exists'])
  })

  test('who confirm set the day of the check, and those who only change words do not', async () => {
    const id = await addCard(house)
    const before = house.clock.now
    house.clock.now += 20 * DAY
    const edited = await house.ask(editOrganization, { id, ...cardFacts, hours: '', version: 1 }, worker)
    expect(edited.body).toMatchObject({ checkedAt: before, version: 2, hours: '' })
    const confirmed = await house.ask(confirmOrganization, { id, version: 2 }, worker)
    expect(confirmed.body).toMatchObject({ checkedAt: house.clock.now, version: 3 })
  })

  test('who write another number have checked it, and the complaints about the old one are over', async () => {
    const id = await addCard(house)
    await report(id)
    house.clock.now += DAY
    const { body } = await house.ask(
      editOrganization,
      { id, ...cardFacts, phone: '0523-00000398', version: 1 },
      worker,
    )
    expect(body).toMatchObject({ checkedAt: house.clock.now, reports: 0, phone: '0523-00000398' })
  })

  test('put cards in order, one place at a time', async () => {
    const first = await addCard(house, { name: '测试甲' })
    const second = await addCard(house, { name: '测试乙' })
    const own = async () => (await shown()).filter(({ demo }) => !demo).map(({ name }) => name)
    expect(await own()).toEqual(['测试甲', '测试乙'])
    await house.ask(moveOrganization, { id: second, direction: 'up' }, worker)
    expect(await own()).toEqual(['测试乙', '测试甲'])
    const { status, problem } = await house.ask(moveOrganization, { id: first, direction: 'down' }, worker)
    expect([status, problem.code]).toEqual([409, 'atEnd'])
  })

  test('who both write the last card at once get one', async () => {
    for (let i = 1; i < MAX_CARDS; i += 1) await addCard(house, { name: `测试名片${i}` }, EMPTY)
    const replies = await Promise.all([1, 2, 3].map((n) => create({ name: `最后一张${n}` }, EMPTY)))
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(await shown(EMPTY)).toHaveLength(MAX_CARDS)
  })

  test('of the next community read and touch nothing here', async () => {
    const neighbour = await somebody(house, [{ role: 'worker', division: HUAYUAN }])
    const id = await addCard(house)
    const replies = await Promise.all([
      house.ask(managedOrganizations, { communityId: DONGAN }, neighbour),
      house.ask(editOrganization, { id, ...cardFacts, name: '改名', version: 1 }, neighbour),
      house.ask(removeOrganization, { id }, neighbour),
    ])
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(await managed(id)).toMatchObject({ name: cardFacts.name, version: 1 })
  })
})

test('the demonstration’s numbers are offices’, and ring nowhere', () => {
  for (const { name, phone } of demoOrganizations) {
    expect(name).toContain('演示')
    expect([phone, isOfficePhone(phone)]).toEqual([phone, true])
    expect(phone).toMatch(/^0523-0\d{7}$/)
  }
})
