import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { findHelped, helpedPerson } from '@tmt/shared/helping/counter-contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { workerOf } from '../identity/testing/identity.ts'
import { openMessages } from '../people/testing/messages.ts'
import { insertRelative } from '../people/relatives-store.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { newPhone, type Somebody, somebody } from '../testing/somebody.ts'
import { helpingJobs } from './jobs.ts'
import { endThere, reason, undoThere } from './testing/counter-refusals.ts'
import { actsOf, declaredWorker, helpOf, inPlace, neighbour, signedUpFor } from './testing/help.ts'

let house: TestHouse
let messages: Awaited<ReturnType<typeof openMessages>>
let worker: Somebody
let mother: Somebody
let daughter: Somebody
beforeAll(async () => {
  house = await openHouse({ revealCode: false })
  const { store, secrets, clock } = house
  const now = () => clock.now
  messages = await openMessages(house, (sms) => helpingJobs({ store, secrets, sms, now }).handlers)
})
afterAll(async () => {
  await messages.close()
  await house.close()
})
beforeEach(async () => {
  house.clock.now += HOUR
  worker = await declaredWorker(house)
  mother = await neighbour(house, '演示母亲')
  daughter = await somebody(house, [], '演示女儿')
})
const find = (phone: string, { token }: Somebody, communityId: string = DONGAN) =>
  house.ask(findHelped, { communityId, phone }, { token })
const look = (id: string, { token }: Somebody, communityId: string = DONGAN) =>
  house.ask(helpedPerson, { communityId, id }, { token })
const textsTo = async (phone: string) => (await messages.sentTo(phone)).map(({ text }) => text)
const notesOf = (action: string, { id }: Somebody) =>
  house.store.read
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.action, action), eq(auditEntries.actorId, id)))

test('by the whole number: who helps, and what was done last; each look is written down', async () => {
  const { act } = await signedUpFor(house, mother, daughter)
  const { body } = await find(mother.phone, worker)
  expect(body).toEqual({ personId: mother.id })
  const seen = await look(mother.id, worker)
  expect(seen.body).toMatchObject({
    name: '演示母亲',
    helpedBy: [{ name: '演示女儿', kinship: 'child', conflict: null }],
    acts: [{ id: act, did: '报名', undoable: true, conflict: null }],
  })
  expect(JSON.stringify(seen.body)).not.toContain(daughter.phone)
  expect(await notesOf('helping.find', worker)).toMatchObject([{ outcome: 'done', subject: mother.id }])
  expect(await notesOf('helping.person', worker)).toMatchObject([{ outcome: 'read', subject: mother.id }])
})

test('nobody of another place, and nobody unknown, in the same words; a guess is written down', async () => {
  const elsewhere = await somebody(house, [{ role: 'resident', division: HUAYUAN }])
  const replies = [await find(elsewhere.phone, worker), await find(newPhone(), worker)]
  expect(replies.map(({ problem }) => problem.code)).toEqual(['notHere', 'notHere'])
  expect((await look(elsewhere.id, worker)).status).toBe(404)
  expect((await look(mother.id, await workerOf(house, HUAYUAN))).status).toBe(404)
  expect((await look(mother.id, await workerOf(house, HUAYUAN), HUAYUAN)).status).toBe(404)
  const help = await helpOf(house, daughter, elsewhere)
  expect((await endThere(house, help, worker)).status).toBe(404)
  const { act } = await signedUpFor(house, elsewhere)
  expect((await undoThere(house, act, worker)).status).toBe(404)
  expect(await notesOf('helping.find', worker)).toMatchObject([
    { outcome: 'refused:notHere' },
    { outcome: 'refused:notHere' },
  ])
})

test('a worker looks up so many an hour', async () => {
  for (let i = 0; i < 60; i += 1) expect((await find(mother.phone, worker)).status).toBe(200)
  expect((await find(mother.phone, worker)).status).toBe(429)
  house.clock.now += HOUR
  expect((await find(mother.phone, worker)).status).toBe(200)
})

test('ends it at once with a reason, and both are told', async () => {
  const { help, activityId } = await signedUpFor(house, mother, daughter)
  expect((await endThere(house, help, worker)).status).toBe(200)
  const tried = await house.ask(signUp, { id: activityId }, inPlace(daughter, help))
  expect(tried.problem.code).toBe('helpEnded')
  expect((await look(mother.id, worker)).body.helpedBy).toEqual([])
  const [noted] = await notesOf('helping.endAtCounter', worker)
  expect(JSON.stringify(noted!.details)).toContain(reason)
  await messages.run()
  const said = /窗口已应本人要求，结束 演示女儿（尾号 \d{4}） 帮 演示母亲（尾号 \d{4}） 办事/
  expect(await textsTo(mother.phone)).toContainEqual(expect.stringMatching(said))
  expect(await textsTo(daughter.phone)).toEqual([expect.stringMatching(said)])
})

test('undoes an act once, and both are told', async () => {
  const { act } = await signedUpFor(house, mother, daughter)
  const replies = await Promise.all([undoThere(house, act, worker), undoThere(house, act, worker)])
  const said = replies.map(({ status, problem }) => (status === 200 ? 'ok' : problem.code)).toSorted()
  expect(said).toEqual(['ok', 'undone'])
  expect(await actsOf(house, mother)).toMatchObject([{ undoneAt: house.clock.now }])
  await messages.run()
  expect(await textsTo(daughter.phone)).toEqual([expect.stringContaining('办的“报名：')])
  expect(await textsTo(mother.phone)).toContainEqual(expect.stringContaining('要求，撤销 演示女儿'))
})

test('not for oneself, nor where one of the two is a relative, nor undeclared; the page says so before', async () => {
  const own = await helpOf(house, worker, mother)
  expect((await look(mother.id, worker)).body.helpedBy).toMatchObject([{ conflict: 'ownCase' }])
  expect((await endThere(house, own, worker)).problem.code).toBe('ownCase')
  const relative = { personId: worker.id, relation: 'child', phone: daughter.phone } as const
  await house.store.write((tx) => insertRelative(tx, house.secrets, relative, house.clock.now))
  const { act, help } = await signedUpFor(house, mother, daughter)
  expect((await undoThere(house, act, worker)).problem.code).toBe('relative')
  expect((await endThere(house, help, worker)).problem.code).toBe('relative')
  expect((await endThere(house, help, await workerOf(house))).problem.code).toBe('declareFirst')
  expect((await endThere(house, help, await declaredWorker(house))).status).toBe(200)
})
