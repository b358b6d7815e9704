import { afterAll, beforeAll, expect, test } from 'vitest'
import { event, reacting, when } from './events.ts'
import type { Write } from './store.ts'
import { openApp, type TestApp, tokens } from './testing/app.ts'
import { CLOSED, TOLD } from './testing/routes.ts'
import { things } from './testing/things.ts'

let house: TestApp
beforeAll(async () => {
  house = await openApp()
})
afterAll(() => house.close())
const add = (id: string, name: string) => house.ask('/api/things', { token: tokens.anna, body: { id, name } })
const names = async () =>
  (await house.store.read.select({ name: things.name }).from(things)).map((t) => t.name)

test('what happened is handed to everybody who reacts to it, in the order of the table, and to nobody else', async () => {
  const opened = event<{ id: string }>('doors.opened')
  const closed = event<{ id: string }>('doors.closed')
  const seen: unknown[] = []
  const react = reacting([
    when(closed, async (_tx, { id }, now, raise) => {
      seen.push(['a', id, now])
      raise(`door/${id}`)
    }),
    when(opened, async (_tx, { id }, now) => void seen.push(['b', id, now])),
    when(opened, async (_tx, { id }, now) => void seen.push(['c', id, now])),
  ])
  const raised: string[] = []
  const happened = [opened({ id: '1' }), event('doors.painted')({}), closed({ id: '2' })]
  await react({} as Write, happened, 7, (key) => void raised.push(key))
  expect(raised).toEqual(['door/2'])
  expect(seen).toEqual([
    ['b', '1', 7],
    ['c', '1', 7],
    ['a', '2', 7],
  ])
})

test('a reaction is written with what caused it', async () => {
  expect((await add('one', `${TOLD}一`)).status).toBe(200)
  expect(await names()).toEqual(expect.arrayContaining([`${TOLD}一`, `after ${TOLD}一`]))
})

test('a reaction that fails leaves nothing of what caused it, and the next try goes well', async () => {
  house.outside.react = () => Promise.reject(new Error('broken'))
  expect((await add('two', `${TOLD}二`)).status).toBe(500)
  expect(await names()).not.toContain(`${TOLD}二`)
  house.outside.react = async () => {}
  expect((await add('two', `${TOLD}二`)).status).toBe(200)
  expect(await names()).toContain(`after ${TOLD}二`)
})

test('of what is refused nobody hears', async () => {
  let heard = 0
  house.outside.react = async () => void (heard += 1)
  expect((await add('three', CLOSED)).status).toBe(409)
  expect(heard).toBe(0)
})
