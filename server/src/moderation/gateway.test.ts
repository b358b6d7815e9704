import { listActivities } from '@tmt/shared/activities/contract.ts'
import { type ActivityFacts, getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { mySignups, signUp } from '@tmt/shared/activities/signup-contract.ts'
import {
  cancelActivity,
  createActivity,
  editActivity,
  managedActivity,
  publishActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import { uploadFile } from '@tmt/shared/files/contract.ts'
import { moderationQueue, myModeration, reportContent } from '@tmt/shared/moderation/contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { factsFrom } from '../activities/testing/activity.ts'
import { DONGAN } from '../demo/city.ts'
import { pictureBytes } from '../files/testing/pictures.ts'
import { jobs } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { partsOf } from './store.ts'
import { openGateway } from './testing/gateway.ts'

type Author = Awaited<ReturnType<ReturnType<typeof openGateway>['worker']>>
let house: TestHouse
let gateway: ReturnType<typeof openGateway>
let author: Author
beforeAll(async () => {
  house = await openHouse()
  gateway = openGateway(house)
  author = await gateway.worker()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  await gateway.mend()
})
const how = () => ({ token: author.token })
async function publish(more: Partial<ActivityFacts> = {}, token = author.token) {
  const input = { communityId: DONGAN, publish: true, ...factsFrom(house.clock.now, more) }
  const { status, body } = await house.ask(createActivity, input, { token })
  expect(status).toBe(200)
  return body
}
async function withPicture(more: Partial<ActivityFacts> = {}) {
  const { body } = await house.ask(uploadFile, { file: await pictureBytes() }, how())
  return publish({ poster: body.id, posterAlt: '银杏', ...more })
}
async function checkOf(id: string, part: 'text' | 'picture' = 'text') {
  return (await partsOf(house.store.read, { kind: 'activity', subjectId: id })).find(
    (row) => row.part === part,
  )!
}
async function seen(id: string) {
  const detail = (await house.ask(getActivity, { id })).status === 200
  const list = (await house.ask(listActivities, { division: DONGAN })).body.items.some(
    (card) => card.id === id,
  )
  expect(list).toBe(detail)
  return detail
}
const whyOf = async (id: string) => (await house.ask(managedActivity, { id }, how())).body.hiddenWhy
async function waiting() {
  const { token } = await somebody(house, [{ role: 'committee', division: DONGAN }])
  const all = []
  let cursor: string | undefined
  do {
    const input = { communityId: DONGAN, ...(cursor !== undefined && { cursor }) }
    const { body } = await house.ask(moderationQueue, input, { token })
    all.push(...body.items)
    cursor = body.next ?? undefined
  } while (cursor !== undefined)
  return all
}
const waits = async (id: string) => (await waiting()).filter(({ subjectId }) => subjectId === id)

describe('words', () => {
  test('that WeChat passes stay to be seen, and nobody is asked to look', async () => {
    const { id } = await publish()
    expect([(await checkOf(id)).state, await seen(id)]).toEqual(['checking', true])
    await gateway.run()
    expect([(await checkOf(id)).state, await seen(id), await waits(id)]).toEqual(['passed', true, []])
  })

  test('that are risky are hidden from everybody but staff, who are told why; the author too', async () => {
    const { id } = await publish({ body: '这里有违规样例' })
    const visitor = await somebody(house)
    await house.ask(signUp, { id }, visitor)
    await gateway.run()
    expect(await checkOf(id)).toMatchObject({
      state: 'hidden',
      cause: 'risky',
      label: 20_006,
      hiddenBy: null,
    })
    expect([await seen(id), await whyOf(id)]).toEqual([false, '违法有害'])
    const { body: mine } = await house.ask(myModeration, {}, how())
    expect(mine.items[0]).toMatchObject({
      subjectId: id,
      state: 'hidden',
      reason: 'illegal',
      mayAppeal: true,
    })
    expect((await house.ask(mySignups, {}, visitor)).body.items).toEqual([])
    const report = { kind: 'activity', subjectId: id, reason: 'fraud', note: '' } as const
    expect((await house.ask(reportContent, report, visitor)).status).toBe(404)
    expect((await house.ask(signUp, { id }, await somebody(house))).status).toBe(404)
  })

  test('that were changed are looked at anew: what was hidden comes back only when it is found good', async () => {
    const { id } = await publish({ title: '违规样例' })
    await gateway.run()
    expect(await seen(id)).toBe(false)
    const facts = factsFrom(house.clock.now)
    expect((await house.ask(editActivity, { id, version: 1, ...facts }, how())).status).toBe(200)
    expect([await seen(id), await whyOf(id)]).toEqual([false, '等人看过再显示'])
    await gateway.run()
    expect([await seen(id), await whyOf(id)]).toEqual([true, undefined])
    // The same words again are not asked about.
    await house.ask(editActivity, { id, version: 2, ...facts, capacity: 9 }, how())
    expect(await checkOf(id)).toMatchObject({ state: 'passed', round: 2 })
  })

  test('a draft is nobody’s; it is looked at when it is let out, and when its activity is called off', async () => {
    const input = { communityId: DONGAN, publish: false, ...factsFrom(house.clock.now) }
    const { id } = (await house.ask(createActivity, input, how())).body
    expect(await checkOf(id)).toBeUndefined()
    await house.ask(publishActivity, { id, version: 1 }, how())
    await gateway.run()
    expect((await checkOf(id)).state).toBe('passed')
    await house.ask(cancelActivity, { id, reason: '违规样例' }, how())
    await gateway.run()
    expect([(await checkOf(id)).state, await seen(id)]).toEqual(['hidden', false])
  })

  test('that WeChat is not sure of wait for a person and stay as they are', async () => {
    const { id } = await publish({ body: '存疑样例' })
    await gateway.run()
    expect(await waits(id)).toMatchObject([
      { state: 'review', cause: 'doubtful', found: '广告', shown: true },
    ])
    expect(await seen(id)).toBe(true)
  })

  test('by whom WeChat does not know wait for a person: in a browser, not lately there, or without WeChat', async () => {
    const inBrowser = await somebody(house, [{ role: 'worker', division: DONGAN }])
    const [first, second] = [await publish({}, inBrowser.token), await publish()]
    await gateway.tell('faults', { kind: 'staleUser', openid: author.openid })
    await gateway.run()
    const third = await publish()
    await gateway.runWithout('wechat')
    for (const { id } of [first, second, third])
      expect(await waits(id)).toMatchObject([{ cause: 'unjudged', state: 'review' }])
  })

  test('where WeChat is down for a while are asked about again', async () => {
    const { id } = await publish()
    await gateway.tell('faults', { kind: 'down', times: 2 })
    await gateway.run()
    expect((await checkOf(id)).state).toBe('checking')
    house.clock.now += 10_000
    await gateway.run()
    house.clock.now += 10_000
    await gateway.run()
    expect((await checkOf(id)).state).toBe('passed')
  })

  test('where it stays down, or answers nonsense, go to a person, and no job is left behind', async () => {
    const { id } = await publish()
    await gateway.tell('faults', { kind: 'garbage', times: 1000 })
    for (let tries = 0; tries < 8; tries += 1) {
      await gateway.run()
      house.clock.now += 5 * MINUTE
    }
    expect(await waits(id)).toMatchObject([{ cause: 'gatewayDown' }])
    expect(
      (await house.store.read.select().from(jobs)).filter((job) => job.kind.startsWith('moder')),
    ).toEqual([])
  })

  test('a verdict on former words changes nothing', async () => {
    const { id } = await publish({ title: '违规样例' })
    await house.ask(editActivity, { id, version: 1, ...factsFrom(house.clock.now) }, how())
    await gateway.run()
    expect(await checkOf(id)).toMatchObject({ state: 'passed', round: 2, shown: true })
  })
})

describe('pictures', () => {
  test('are fetched by WeChat, and its verdict comes by a push', async () => {
    const { id } = await withPicture()
    await gateway.run()
    expect(await checkOf(id, 'picture')).toMatchObject({ state: 'passed', label: 100 })
    expect(await seen(id)).toBe(true)
  })

  test('that are risky hide the activity, and their bytes', async () => {
    const { id, poster } = await withPicture()
    await gateway.tell('picture-verdicts', { suggest: 'risky', label: 20_002 })
    const bytes = async () => (await house.app.request(`/api${poster!.picture}`)).status
    expect(await bytes()).toBe(200)
    await gateway.run()
    expect([await seen(id), await bytes(), await whyOf(id)]).toEqual([false, 404, '违法有害'])
    const { body } = await house.ask(managedActivity, { id }, how())
    expect(body.poster!.picture).toContain('signature=')
    // Without the picture it may be seen again.
    await house.ask(editActivity, { id, version: body.version, ...factsFrom(house.clock.now) }, how())
    expect([await seen(id), await checkOf(id, 'picture')]).toEqual([true, undefined])
  })

  test('a forged push changes nothing, and what never comes is a person’s after forty minutes', async () => {
    const { id } = await withPicture()
    await gateway.tell('faults', { kind: 'wrongSignature' })
    await gateway.tell('picture-verdicts', { suggest: 'risky', label: 20_002 })
    await gateway.run()
    expect([(await checkOf(id, 'picture')).state, await seen(id)]).toEqual(['checking', true])
    const late = gateway.handlers['moderation.late']
    const job = { id: '', kind: '', data: {}, tries: 1 }
    house.clock.now += 39 * MINUTE
    await late.run(job)
    expect(await waits(id)).toEqual([])
    house.clock.now += 2 * MINUTE
    await late.run(job)
    expect(await waits(id)).toMatchObject([{ part: 'picture', cause: 'gatewayDown' }])
  })

  test('an answer that comes twice counts once', async () => {
    const { id } = await withPicture()
    await gateway.tell('faults', { kind: 'pushTwice' })
    await gateway.tell('picture-verdicts', { suggest: 'risky', label: 20_002 })
    await gateway.run()
    const first = await checkOf(id, 'picture')
    expect(first.state).toBe('hidden')
    house.clock.now += HOUR
    await gateway.run()
    expect(await checkOf(id, 'picture')).toEqual(first)
  })

  test('that nobody outside can fetch are looked at by a person', async () => {
    const { id } = await withPicture()
    await gateway.runWithout('publicUrl')
    expect(await waits(id)).toMatchObject([{ part: 'picture', cause: 'unjudged', picture: { alt: '银杏' } }])
  })

  test('that WeChat could not fetch are looked at by a person, once', async () => {
    const { id, poster } = await withPicture()
    for (const key of [...house.storage.kept.keys()].filter((one) => one.includes(poster!.file)))
      await house.storage.remove(key)
    await gateway.tell('faults', { kind: 'pushTwice' })
    await gateway.run()
    expect(await waits(id)).toMatchObject([{ part: 'picture', cause: 'gatewayDown' }])
  })
})
