import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { managedActivity } from '@tmt/shared/activities/staff-contract.ts'
import {
  appealHiding,
  decideAppeal,
  hideContent,
  keepContent,
  moderationQueue,
  myModeration,
  reportContent,
} from '@tmt/shared/moderation/contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activities } from '../activities/tables.ts'
import { post } from '../activities/testing/activity.ts'
import { DONGAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { putCheck } from './testing/check.ts'

/** A community of another street, where the demonstration has nothing. */
const ELSEWHERE = '321202002001'
let house: TestHouse
let worker: Somebody
let other: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }], '演示工作者')
  other = await somebody(house, [{ role: 'committee', division: DONGAN }])
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
type List = 'waiting' | 'hidden'
const queue = async (who: Somebody, list: List = 'waiting', communityId = DONGAN) =>
  (await house.ask(moderationQueue, { communityId, list }, who)).body.items
const rowOf = async (subjectId: string, list: List = 'waiting') =>
  (await queue(worker, list)).find((item) => item.subjectId === subjectId)
const report = (who: Somebody, subjectId: string, note = '') =>
  house.ask(reportContent, { kind: 'activity', subjectId, reason: 'fraud', note }, who)
const seen = async (id: string) => (await house.ask(getActivity, { id })).status === 200
const hide = (who: Somebody, id: string, note = '') =>
  house.ask(hideContent, { id, reason: 'fraud', note }, who)
/** An activity by somebody of their own, who can be asked for as its author. */
async function written() {
  const id = await post(house)
  const author = await somebody(house, [{ role: 'worker', division: DONGAN }])
  await house.store.write(async (tx) => {
    await tx.update(activities).set({ createdBy: author.id }).where(eq(activities.id, id))
  })
  return { id, author }
}

test('what is reported waits for a person, with the reasons and without who gave them, and stays to be seen', async () => {
  const { id } = await written()
  const [one, two] = [await somebody(house, [], '演示举报人'), await somebody(house)]
  expect((await report(one, id, ' 要先交钱 ')).body).toEqual({ ok: true })
  expect((await report(two, id)).status).toBe(200)
  const row = (await rowOf(id))!
  expect(row).toMatchObject({
    cause: 'reported',
    state: 'review',
    shown: true,
    excerpt: expect.stringContaining('剪纸课'),
  })
  expect(row.reports).toEqual([
    { reason: 'fraud', note: '要先交钱', at: house.clock.now },
    { reason: 'fraud', note: '', at: house.clock.now },
  ])
  expect(JSON.stringify(row)).not.toMatch(new RegExp(`${one.id}|演示举报人|199\\d`))
  expect(await seen(id)).toBe(true)
})

test('what a person kept is out of the queue; reported by somebody else it comes again', async () => {
  const { id } = await written()
  await report(await somebody(house), id)
  const row = (await rowOf(id))!
  expect((await house.ask(keepContent, { id: row.id }, other)).status).toBe(200)
  expect([await rowOf(id), await seen(id)]).toEqual([undefined, true])
  await report(await somebody(house), id)
  expect((await rowOf(id))!.reports).toHaveLength(2)
})

test('what is not there to be seen can’t be reported', async () => {
  const draft = await post(house, { publish: false })
  expect((await report(worker, draft)).status).toBe(404)
})

test('hide, appeal, and another person answers: granted', async () => {
  const { id, author } = await written()
  await report(await somebody(house), id)
  const { id: check } = (await rowOf(id))!
  expect((await hide(worker, check, '假冒社区收费')).status).toBe(200)
  expect(await seen(id)).toBe(false)
  expect((await house.ask(managedActivity, { id }, worker)).body.hiddenWhy).toBe('诈骗：假冒社区收费')
  expect(await rowOf(id)).toBeUndefined()
  expect(await rowOf(id, 'hidden')).toMatchObject({ hiddenByMe: true, reason: 'fraud' })

  const [mine] = (await house.ask(myModeration, {}, author)).body.items
  expect(mine).toMatchObject({ id: check, mayAppeal: true, note: '假冒社区收费' })
  expect((await house.ask(appealHiding, { id: check, text: ' 不收费，写错了 ' }, author)).status).toBe(200)
  expect((await rowOf(id))!.appeal).toMatchObject({ text: '不收费，写错了', outcome: null })

  const answer = { id: check, outcome: 'granted', answer: '已核实，不收费' } as const
  expect((await house.ask(decideAppeal, answer, worker)).problem.code).toBe('hiddenByYou')
  expect((await house.ask(decideAppeal, answer, author)).problem.code).toBe('ownWords')
  expect((await house.ask(decideAppeal, answer, other)).status).toBe(200)
  expect([await seen(id), await rowOf(id)]).toEqual([true, undefined])
  const [after] = (await house.ask(myModeration, {}, author)).body.items
  expect(after).toMatchObject({ state: 'kept', appeal: { outcome: 'granted', answer: '已核实，不收费' } })
})

test('refused, it stays hidden, and there is no second appeal', async () => {
  const { id, author } = await written()
  await report(await somebody(house), id)
  const { id: check } = (await rowOf(id))!
  await hide(worker, check)
  await house.ask(appealHiding, { id: check, text: '请再看' }, author)
  await house.ask(decideAppeal, { id: check, outcome: 'refused', answer: '仍不合适' }, other)
  expect([await seen(id), await rowOf(id)]).toEqual([false, undefined])
  const again = await house.ask(appealHiding, { id: check, text: '请再看' }, author)
  expect(again.problem.code).toBe('alreadyAppealed')
})

test('two who decide at the same time: one did', async () => {
  const { id } = await written()
  await report(await somebody(house), id)
  const { id: check } = (await rowOf(id))!
  const both = await Promise.all([house.ask(keepContent, { id: check }, other), hide(worker, check)])
  // What was kept may be hidden afterwards, and not the other way round.
  const [kept, hidden] = both.map(({ status }) => status)
  expect([kept === 200 || hidden === 200, [kept, hidden].every((one) => one === 200 || one === 409)]).toEqual(
    [true, true],
  )
  expect(await seen(id)).toBe(hidden !== 200)
})

test('two appeals at the same time are one', async () => {
  const { id, author } = await written()
  const { id: check } = await putCheck(house, { subjectId: id, state: 'hidden', authorId: author.id })
  const ask = () => house.ask(appealHiding, { id: check, text: '请再看' }, author)
  const statuses = (await Promise.all([ask(), ask(), ask()])).map(({ status }) => status)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409])
})

test('a queue is its community’s alone, longest waiting first, in pages', async () => {
  const town = await somebody(house, [{ role: 'worker', division: ELSEWHERE }])
  expect((await house.ask(moderationQueue, { communityId: DONGAN }, town)).status).toBe(404)
  const start = house.clock.now
  const made: string[] = []
  for (let i = 0; i < 23; i += 1)
    made.push((await putCheck(house, { communityId: ELSEWHERE, waitsSince: start - i })).id)
  const first = await house.ask(moderationQueue, { communityId: ELSEWHERE }, town)
  expect(first.body.items).toHaveLength(20)
  const cursor = first.body.next!
  const second = await house.ask(moderationQueue, { communityId: ELSEWHERE, cursor }, town)
  const ids = [...first.body.items, ...second.body.items].map(({ id }) => id)
  expect([ids, second.body.next]).toEqual([made.toReversed(), null])
  expect((await queue(worker)).map(({ id }) => id)).not.toEqual(expect.arrayContaining(made.slice(0, 1)))
  const wrong = await house.ask(moderationQueue, { communityId: ELSEWHERE, cursor: 'x' }, town)
  expect(wrong.status).toBe(422)
})

test('one’s own page shows nothing of others, nor what is in order', async () => {
  const author = await somebody(house)
  await putCheck(house, { state: 'hidden' })
  await putCheck(house, { state: 'passed', authorId: author.id })
  const { id } = await putCheck(house, { state: 'review', authorId: author.id })
  const { body } = await house.ask(myModeration, {}, author)
  expect(body.items.map((item) => item.id)).toEqual([id])
})

test('nobody but the author can appeal, or know of it', async () => {
  const { id } = await putCheck(house, { state: 'hidden' })
  expect((await house.ask(appealHiding, { id, text: '请再看' }, await somebody(house))).status).toBe(404)
})

test('every decision is in the audit log with its reason, and no word of the text', async () => {
  const { id } = await putCheck(house)
  await hide(worker, id, '一句说明')
  const rows = await house.store.read
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, id), eq(auditEntries.action, 'moderation.hide')))
  expect(rows).toMatchObject([{ actorId: worker.id, outcome: 'done', details: { reason: 'fraud' } }])
  expect(JSON.stringify(rows)).not.toContain('一句说明')
})
