import { MINUTE } from '@tmt/shared/time.ts'
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activities } from './activities/tables.ts'
import { post } from './activities/testing/activity.ts'
import { notices } from './notices/tables.ts'
import { auditEntries } from './platform/tables.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { everybody, table, who, type Who } from './testing/access.ts'
import { contracts, goodInput, send } from './testing/requests.ts'
import { type Somebody, somebody } from './testing/somebody.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
const nobody: Somebody = { id: '', phone: '', token: '' }
async function come(name: Who): Promise<Somebody> {
  const held = who[name]
  return held ? somebody(house, [...held]) : nobody
}
const auditsOf = (actor: Somebody, outcomes: string[]) =>
  house.store.read
    .select({ action: auditEntries.action, outcome: auditEntries.outcome })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, actor.id), inArray(auditEntries.outcome, outcomes)))
const thingOf = async (id: string) => {
  const [activity] = await house.store.read.select().from(activities).where(eq(activities.id, id))
  const [notice] = await house.store.read.select().from(notices).where(eq(notices.id, id))
  return activity ?? notice
}

test('the table names every endpoint', () => {
  expect(Object.keys(table).toSorted()).toEqual(contracts.map(({ name }) => name).toSorted())
})

describe.each(contracts.map((contract) => [contract.name, contract] as const))('%s', (name, contract) => {
  test.each(everybody)('%s', async (visitor) => {
    const person = await come(visitor)
    const input = await goodInput(house, name, person.id ? person : await somebody(house))
    const { id } = input as { id?: string }
    const before = id ? await thingOf(id) : undefined
    const { status, problem } = await send(
      house,
      contract,
      input,
      person.token ? { token: person.token } : {},
    )
    const expected = table[name]![visitor] ?? 200
    // What was done may have a code of its own.
    expect([status, status === 200 ? undefined : problem.code]).toEqual([
      expected,
      { 200: undefined, 401: 'notSignedIn', 403: 'forbidden', 404: 'notFound' }[expected],
    ])
    // A refused visitor has changed nothing, and who reached across the border is written down.
    const unchanged = expected === 200 || !id || JSON.stringify(await thingOf(id)) === JSON.stringify(before)
    expect(unchanged).toBe(true)
    const noted = await auditsOf(person, ['hidden', 'forbidden'])
    const outcome = { 403: 'forbidden', 404: 'hidden' }[expected]
    expect(noted).toEqual(outcome ? [{ action: name, outcome }] : [])
  })
})

test.each(everybody)('a draft does not exist at the public door, for %s either', async (visitor) => {
  const { token } = await come(visitor)
  const id = await post(house, { publish: false })
  const how = token ? { token } : {}
  for (const name of [
    'activities.get',
    'activities.signUp',
    'activities.mySignup',
    'activities.cancelSignup',
  ]) {
    const contract = contracts.find((one) => one.name === name)!
    const { status } = await send(house, contract, { id }, how)
    expect([name, status]).toEqual([name, token || contract.by === 'guest' ? 404 : 401])
  }
})

test('a 404 for what is hidden and one for what is not there are the same words', async () => {
  const stranger = await come('farWorker')
  const hidden = await post(house)
  for (const name of [
    'activities.managedOne',
    'activities.roster',
    'activities.discard',
    'activities.cancel',
  ]) {
    const contract = contracts.find((one) => one.name === name)!
    const answers = await Promise.all(
      [hidden, '01890a5d-ac96-774b-bcce-b302099a8057'].map(async (id) => {
        const input = name === 'activities.cancel' ? { id, reason: '原因' } : { id }
        const { status, problem } = await send(house, contract, input, { token: stranger.token })
        return [status, { ...problem, requestId: '' }]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  }
})

test('what is mine and what is for staff is kept by no cache', async () => {
  const worker = await come('worker')
  for (const contract of contracts) {
    const input = await goodInput(house, contract.name, worker)
    const { headers } = await send(house, contract, input, { token: worker.token })
    const shared = contract.kind === 'query' && contract.audience === 'public'
    const kept = shared ? 'public, max-age=0, must-revalidate' : 'no-store'
    expect([contract.name, headers.get('cache-control')]).toEqual([contract.name, kept])
    if (['people.signOut', 'people.revokeSession', 'privacy.leave'].includes(contract.name)) {
      const again = await come('worker')
      worker.token = again.token
      worker.id = again.id
    }
  }
})

test('a shared answer is the same for everybody, signed in or not', async () => {
  for (const contract of contracts.filter((one) => one.kind === 'query' && one.audience === 'public')) {
    const input = await goodInput(house, contract.name, nobody)
    const bodies = []
    for (const visitor of ['guest', 'resident', 'worker', 'farWorker'] as const) {
      const { token } = await come(visitor)
      bodies.push((await send(house, contract, input, token ? { token } : {})).body)
    }
    expect(bodies.slice(1)).toEqual(bodies.slice(0, -1))
  }
})
