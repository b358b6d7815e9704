import { myResidencies, presentResidency } from '@tmt/shared/residency/contract.ts'
import { getClaim, getDoorCode } from '@tmt/shared/residency/staff-contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { everythingIn } from '../testing/everything.ts'
import { statusesOf } from '../testing/client.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { doorCode, gridWorker, home, verifier, verify } from './testing/residency.ts'

let house: TestHouse
let me: Somebody
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  me = await somebody(house)
  worker = await verifier(house)
})
const show = (id: string, code: string, who = me) =>
  house.ask(presentResidency, { id, code }, { token: who.token })
const look = (id: string, who = worker) => house.ask(getDoorCode, { id }, { token: who.token })

test.each(['token', 'digits'] as const)(
  'shown to the worker’s code by its %s, looked at, verified',
  async (how) => {
    const id = await home(house, me, { submit: false })
    const code = await doorCode(house, worker)
    expect(code.digits).toMatch(/^\d{8}$/)
    expect(code.expiresAt).toBe(house.clock.now + 2 * MINUTE)
    expect((await look(code.id)).body.residencyId).toBeNull()

    const { status, body } = await show(id, code[how])
    expect([status, body.status, body.atDoor]).toEqual([200, 'pending', true])
    const polled = await look(code.id)
    expect(polled.body).toEqual({ id: code.id, expiresAt: code.expiresAt, residencyId: id })
    const { body: claim } = await house.ask(getClaim, { id }, { token: worker.token })
    expect([claim.atDoor, claim.conflict]).toEqual([true, null])
    expect((await verify(house, id, worker, claim.version)).status).toBe(200)
    const { body: after } = await house.ask(myResidencies, {}, { token: me.token })
    expect(after.items[0]).toMatchObject({ status: 'verified', atDoor: false })
  },
)

test('what waited already is shown as it is, and keeps its place', async () => {
  const id = await home(house, me)
  const before = (await house.ask(myResidencies, {}, { token: me.token })).body.items[0]!
  house.clock.now += MINUTE
  const { body } = await show(id, (await doorCode(house, worker)).digits)
  expect(body).toEqual({ ...before, atDoor: true })
})

test('a code is good for two minutes, to the instant', async () => {
  const id = await home(house, me)
  const { digits, expiresAt } = await doorCode(house, worker)
  house.clock.now = expiresAt
  expect((await show(id, digits)).problem.code).toBe('codeExpired')
  const next = await doorCode(house, worker)
  house.clock.now = next.expiresAt - 1
  expect((await show(id, next.token)).status).toBe(200)
})

test('a new code ends the one before', async () => {
  const id = await home(house, me)
  const old = await doorCode(house, worker)
  await doorCode(house, worker)
  expect((await show(id, old.token)).problem.code).toBe('codeExpired')
})

test('of two who show one code at once one is looked at, and the other is told', async () => {
  const other = await somebody(house)
  const [mine, theirs] = [
    await home(house, me, { submit: false }),
    await home(house, other, { submit: false }),
  ]
  const { digits, id } = await doorCode(house, worker)
  const replies = await Promise.all([show(mine, digits), show(theirs, digits, other)])
  expect(statusesOf(replies)).toEqual([200, 409])
  expect(replies.find(({ status }) => status === 409)!.problem.code).toBe('codeUsed')
  const seen = replies[0].status === 200 ? mine : theirs
  expect((await look(id)).body.residencyId).toBe(seen)
})

test('a token that we did not sign is no code', async () => {
  const id = await home(house, me)
  const code = await doorCode(house, worker)
  const [head, body, signature] = code.token.split('.')
  for (const forged of [
    `${head}.${body}.${signature!.slice(0, -2)}AA`,
    `${head}.${me.id}.${signature}`,
    `${head}.${body}.${'A'.repeat(43)}`,
  ])
    expect((await show(id, forged)).problem.code).toBe('unknownCode')
  expect((await show(id, code.token)).status).toBe(200)
})

test('nobody looks at another’s code, nor shows another’s home', async () => {
  const [code, colleague] = [await doorCode(house, worker), await verifier(house)]
  expect((await look(code.id, colleague)).status).toBe(404)
  const id = await home(house, me)
  expect((await show(id, code.digits, await somebody(house))).status).toBe(404)
})

test('a grid worker’s code works in the own grid; what is of another grid waits in its queue', async () => {
  const grid = await gridWorker(house, `${DONGAN}-002`)
  const id = await home(house, me)
  expect((await show(id, (await doorCode(house, grid)).token)).status).toBe(200)
  expect((await verify(house, id, grid)).status).toBe(404)
  expect((await verify(house, id, worker)).status).toBe(200)
})

test('digits and token stand in no row that can be read', async () => {
  const code = await doorCode(house, worker)
  const { text } = await everythingIn(house, ['door_codes', 'audit_entries', 'answered_commands', 'jobs'])
  expect(text).not.toContain(code.digits)
  expect(text).not.toContain(code.token.split('.')[2])
})
