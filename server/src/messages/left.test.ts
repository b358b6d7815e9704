import { readMessage } from '@tmt/shared/messages/inbox-contract.ts'
import { leave } from '@tmt/shared/privacy/contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { comeBack } from '../people/leave-store.ts'
import { openSession } from '../people/sessions.ts'
import { newId } from '../platform/ids.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { titlesOf, toldTo } from '../testing/inbox.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { spreadJob } from './spread.ts'
import { messages } from './tables.ts'
import { tellAll, SPREAD } from './tell.ts'
import { openOutside, urgent } from './testing/outside.ts'
import { telling, tellSomething } from './testing/tell.ts'

let house: TestHouse
let outside: Awaited<ReturnType<typeof openOutside>>
beforeAll(async () => {
  house = await openHouse({ demo: false })
  outside = await openOutside(house)
})
afterAll(async () => {
  await outside.close()
  await house.close()
})
beforeEach(() => {
  house.clock.now += MINUTE
})
const close = (who: Somebody) => house.ask(leave, {}, { token: who.token })
async function back(who: Somebody) {
  return house.store.write(async (tx) => {
    await comeBack(tx, who.id)
    return { token: await openSession(tx, who.id, '测试', house.clock.now) }
  })
}
const copiesOf = (who: { id: string }) => house.store.read.$count(messages, eq(messages.personId, who.id))

test('a message to someone who left: nothing is written and nothing sent, by itself or among many', async () => {
  const [gone, here] = [await somebody(house), await somebody(house)]
  expect((await close(gone)).status).toBe(200)
  await expect(tellSomething(house, gone.id, telling(house, {}, urgent))).rejects.toThrow()
  const one = telling(house, {}, urgent)
  await house.store.write((tx) => tellAll(tx, { name: 'both', of: '' }, one, house.clock.now))
  const [saying] = (await outside.waiting()).filter(({ kind }) => kind === SPREAD)
  const people = [gone.id, here.id].toSorted()
  const both = async (_db: unknown, { after }: { after: string }) => people.filter((id) => id > after)
  await spreadJob({ store: house.store, audiences: { both }, now: () => house.clock.now }).run({
    id: newId(),
    kind: SPREAD,
    data: saying!.data,
    tries: 1,
  })
  expect([await copiesOf(gone), await copiesOf(here)]).toEqual([0, 1])
  await outside.run()
  expect(await outside.textsTo(gone.phone)).toEqual([])
  expect(await outside.textsTo(here.phone)).toHaveLength(1)
})

test('told before they left and not sent yet: it is sent to nobody, stands, and is theirs when they come back', async () => {
  const who = await somebody(house)
  const id = await tellSomething(house, who.id, telling(house, {}, urgent))
  await close(who)
  await outside.run()
  expect([await outside.fared(id), await outside.textsTo(who.phone)]).toEqual([[], []])
  expect(await outside.waiting()).toEqual([])
  const again = await back(who)
  expect(await titlesOf(house, again)).toEqual(['活动取消'])
  await house.ask(readMessage, { id }, again)
  expect((await toldTo(house, again))[0]!.readAt).toBe(house.clock.now)
})

test('whoever came back is told again', async () => {
  const who = await somebody(house)
  await close(who)
  const again = await back(who)
  await tellSomething(house, who.id, telling(house, {}, urgent))
  await outside.run()
  expect(await titlesOf(house, again)).toEqual(['活动取消'])
  expect(await outside.textsTo(who.phone)).toHaveLength(1)
})
