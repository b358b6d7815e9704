import { randomUUID } from 'node:crypto'
import { MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { DONGAN } from './demo/city.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { contracts, goodInput, send } from './testing/requests.ts'
import { type Somebody, somebody } from './testing/somebody.ts'

let house: TestHouse
/** May do everything in one community, so that only the input is at fault. */
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
})
afterAll(() => house.close())
/** A minute between, so that no rate limit counts on; the sign-in stays good. */
const rest = () => void (house.clock.now += MINUTE)

type Json = { type?: string; anyOf?: Json[]; properties?: Record<string, Json>; required?: string[] }
const shapeOf = (schema: z.ZodMiniType | undefined) => (schema ? (z.toJSONSchema(schema) as Json) : {})
/** Values that a property of this type never takes. */
const wrongFor: Record<string, unknown[]> = {
  string: [7, null, true, ['x'], { a: 1 }, ''],
  integer: ['7', null, true, [7], 1.5, -1, 1e300],
  boolean: ['true', null, 1, []],
  array: ['x', 7, null, true, {}],
  object: ['{}', null, 7, true, ['x']],
}
const wrongInPath = ['x', '0', '321202001002x', "' or 1=1", '\u0000', 'null']
/** In a query string everything is text; what is no text can only be many, or too much, or nothing. */
const wrongInQuery = ['', '\u0000', 'x'.repeat(2000)]

/** Texts that are for whoever has something to say. An activity has a place always, a card need not. */
const mayBeEmpty = (name: string, contract: string) =>
  ['riskNotice', 'device', 'hours', 'note', 'page'].includes(name) ||
  (name === 'place' && contract.startsWith('organizations.'))

function wrongInputs(contract: (typeof contracts)[number]) {
  const cases: { why: string; change: Record<string, unknown>; path: string }[] = []
  for (const name of Object.keys(shapeOf(contract.param).properties ?? {}))
    for (const value of wrongInPath)
      cases.push({ why: `${name} in the path`, change: { [name]: value }, path: name })
  for (const name of Object.keys(shapeOf(contract.query).properties ?? {}))
    for (const value of wrongInQuery)
      cases.push({ why: `${name} in the query`, change: { [name]: value }, path: name })
  const body = shapeOf(contract.body)
  for (const [name, { type = 'string', anyOf = [] }] of Object.entries(body.properties ?? {})) {
    const nullable = anyOf.some((one) => one.type === 'null')
    // Some may be null.
    const values = wrongFor[type]!.filter(
      (value) => (value !== '' || !mayBeEmpty(name, contract.name)) && !(value === null && nullable),
    )
    for (const value of values)
      cases.push({ why: `${name} in the body`, change: { [name]: value }, path: name })
  }
  for (const part of [body, shapeOf(contract.query)])
    for (const name of part.required ?? [])
      cases.push({ why: `without ${name}`, change: { [name]: undefined }, path: name })
  if (contract.body || contract.kind === 'query')
    cases.push({ why: 'one too many', change: { extra: '1' }, path: '' })
  return cases
}

describe.each(contracts.map((contract) => [contract.name, contract] as const))('%s', (name, contract) => {
  const cases = wrongInputs(contract)
  test(`${cases.length} wrong inputs are refused, each by its field`, async () => {
    for (const { why, change, path } of cases) {
      rest()
      const input: Record<string, unknown> = { ...(await goodInput(house, name, worker)), ...change }
      for (const [key, value] of Object.entries(input)) if (value === undefined) delete input[key]
      const { status, problem } = await send(house, contract, input, { token: worker.token })
      const named = problem.fields?.map((field) => field.path)
      expect([why, change, status, problem.code, named]).toEqual([why, change, 422, 'invalidInput', [path]])
    }
    // A command that takes nothing can't be asked wrongly.
    const takesNothing = contract.kind === 'command' && !contract.param && !contract.body
    expect(cases.length > 0 || 'file' in contract).toBe(!takesNothing || 'file' in contract)
  })

  test('without a token, or with one that is none, only guests’ endpoints answer', async () => {
    rest()
    for (const token of [null, 'A'.repeat(43)]) {
      const { status, problem } = await send(house, contract, await goodInput(house, name, worker), { token })
      const expected = contract.by === 'guest' ? [200, undefined] : [401, 'notSignedIn']
      expect([status, problem.code]).toEqual(expected)
    }
    // Whoever is not signed in learns nothing of what the input should be.
    const { status } = await send(
      house,
      contract,
      { id: 'x', communityId: 'x', division: 'x', code: 'x' },
      {},
    )
    expect(status === 401).toBe(contract.by !== 'guest')
  })
})

const bodied = contracts.filter((contract) => contract.body)
test.each(bodied.map((contract) => [contract.name, contract] as const))(
  '%s: what is no JSON of ours',
  async (name, contract) => {
    rest()
    const input = await goodInput(house, name, worker)
    const ask = async (raw: string, type = 'application/json', key?: string | null) => {
      const how = {
        token: worker.token,
        raw,
        headers: { 'content-type': type },
        ...(key !== undefined && { key }),
      }
      const { status, problem } = await send(house, contract, input, how)
      return [status, problem.code]
    }
    const good = JSON.stringify(input)
    expect(await ask('{"a":')).toEqual([400, 'malformed'])
    expect(await ask('')).toEqual([400, 'malformed'])
    expect(await ask(good, 'text/plain')).toEqual([415, 'wrongContentType'])
    expect(await ask(good, 'application/x-www-form-urlencoded')).toEqual([415, 'wrongContentType'])
    expect(await ask('[]')).toEqual([422, 'invalidInput'])
    expect(await ask('null')).toEqual([422, 'invalidInput'])
    expect(await ask('"text"')).toEqual([422, 'invalidInput'])
    expect(await ask(JSON.stringify({ a: 'x'.repeat(70_000) }))).toEqual([413, 'tooLarge'])
  },
)

const commands = contracts.filter((contract) => contract.kind === 'command')
test.each(commands.map((contract) => [contract.name, contract] as const))(
  '%s asks for its key',
  async (name, contract) => {
    rest()
    for (const key of [null, 'short', 'with spaces in it and long', 'x'.repeat(81)]) {
      const input = await goodInput(house, name, worker)
      const { status, problem } = await send(house, contract, input, { token: worker.token, key })
      expect([key, status, problem.code]).toEqual([key, 400, 'keyMissing'])
    }
  },
)

const withId = contracts.filter(
  (contract) => contract.path.includes('/:id') || contract.path.includes('/:communityId'),
)
test.each(withId.map((contract) => [contract.name, contract] as const))(
  '%s: ids that nobody has',
  async (name, contract) => {
    rest()
    const input = await goodInput(house, name, worker)
    const change = contract.path.includes('/:id') ? { id: randomUUID() } : { communityId: '321202001999' }
    const { status, problem } = await send(house, contract, { ...input, ...change }, { token: worker.token })
    expect([status, problem.code]).toEqual([404, 'notFound'])
  },
)

test('a parameter that is given twice is refused', async () => {
  for (const path of [
    '/api/activities?division=321202001002&division=321202001204',
    '/api/divisions?q=a&q=b',
  ]) {
    const response = await house.app.request(path)
    expect(response.status).toBe(422)
  }
})

test('nothing that was refused left a trace of success', async () => {
  const before = house.store.stats.units
  const { status } = await send(
    house,
    contracts.find(({ name }) => name === 'activities.create')!,
    { communityId: DONGAN },
    worker,
  )
  expect([status, house.store.stats.units]).toEqual([422, before])
})
