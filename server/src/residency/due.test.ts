import { listMine } from '@tmt/shared/home/contract.ts'
import { CONFIRM_AHEAD, confirmByAfter } from '@tmt/shared/residency/rules.ts'
import { decideClaim } from '@tmt/shared/residency/staff-contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../people/sessions.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { home, verifiedHome, verifier } from './testing/residency.ts'
import { family, propose, reply, settle } from './testing/seats.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
async function due(who: Somebody) {
  const token = await house.store.write((tx) => openSession(tx, who.id, '测试', house.clock.now))
  const { body } = await house.ask(listMine, {}, { token })
  return body.items.map(({ kind, id, title, until }) => ({ kind, id, title, until }))
}

test('nothing of nobody’s; what was handed in waits for an answer', async () => {
  const me = await somebody(house)
  expect(await due(me)).toEqual([])
  const id = await home(house, me)
  expect(await due(me)).toMatchObject([{ kind: 'homePending', id, title: '东安花园 1号楼' }])
  expect(await due(await somebody(house))).toEqual([])
})

test('what went back wants more, and a year that ends wants a word', async () => {
  const [me, { token }] = [await somebody(house), await verifier(house)]
  const id = await home(house, me, { door: '7室' })
  const input = { id, outcome: 'needMore', reason: 'notMet', version: 1 } as const
  await house.ask(decideClaim, input, { token })
  const title = '东安花园 1号楼'
  expect(await due(me)).toEqual([{ kind: 'homeNeedMore', id, title, until: null }])
  const second = await verifiedHome(house, me, { door: '8室' })
  expect(await due(me)).toHaveLength(1)
  const until = confirmByAfter(house.clock.now)
  house.clock.now = until - CONFIRM_AHEAD
  expect(await due(me)).toContainEqual({ kind: 'homeEnding', id: second, title, until })
})

test('who has to agree to a representative is told until it is settled; who asked is not', async () => {
  const one = await family(house, 2)
  await settle(house, one, { headId: one.people[0]!.id })
  await propose(house, one.seat, one.people[1]!, one.homes[1]!)
  const [head, wife] = one.people as [Somebody, Somebody]
  expect(await due(head)).toMatchObject([{ id: one.seat, kind: 'seatAnswer' }])
  expect(await due(wife)).toEqual([])
  await reply(house, one.seat, head, true)
  expect(await due(head)).toEqual([])
})
