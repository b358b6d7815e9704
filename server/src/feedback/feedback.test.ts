import {
  allOpinions,
  answerOpinion,
  correctAnswer,
  myOpinions,
  OPINIONS_A_DAY,
  opinionStatistic,
  sendOpinion,
} from '@tmt/shared/feedback/contract.ts'
import { answerDeadline } from '@tmt/shared/feedback/rules.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadCalendar } from '../calendar/store.ts'
import { CHENGDONG, DONGAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { addOpinion, cityStaff, opinionFacts } from './testing/refusals.ts'

let house: TestHouse
let writer: Somebody
let city: Somebody
beforeEach(async () => {
  house = await openHouse()
  writer = await somebody(house)
  city = await cityStaff(house)
})
afterEach(() => house.close())
const send = (changes: object = {}, who: Somebody | null = writer) =>
  house.ask(sendOpinion, { ...opinionFacts, ...changes }, { token: who?.token ?? null })

test('the receipt says when it is answered; where no answer is wanted it promises none', async () => {
  const wanted = await send({ wantsAnswer: true, text: ' 错了一个字 ' })
  const answerBy = answerDeadline('error', house.clock.now, await loadCalendar(house.store.read))
  expect(wanted.body).toMatchObject({ text: '错了一个字', at: house.clock.now, answerBy, answer: null })
  expect((await send()).body).toMatchObject({ answerBy: null })
  expect((await send({}, null)).status).toBe(200)
})

test('everybody reads their own, with the answer and its correction, and nobody else’s', async () => {
  const { body: mine } = await send({ wantsAnswer: true })
  await house.ask(answerOpinion, { id: mine.id, text: '已经改好' }, city)
  await house.ask(correctAnswer, { id: mine.id, text: '明天才改好' }, city)
  const list = await house.ask(myOpinions, {}, writer)
  expect(list.body).toMatchObject({
    items: [{ id: mine.id, answer: '已经改好', correction: '明天才改好' }],
    next: null,
  })
  expect((await house.ask(myOpinions, {}, await somebody(house))).body.items).toEqual([])
})

test('the city’s staff read all of them, by state and in pages, without who wrote them', async () => {
  for (let i = 0; i < 21; i += 1) await addOpinion(house)
  const { body: mine } = await send()
  await house.ask(answerOpinion, { id: mine.id, text: '谢谢' }, city)
  const first = await house.ask(allOpinions, { state: 'waiting' }, city)
  const second = await house.ask(allOpinions, { state: 'waiting', cursor: first.body.next! }, city)
  expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([20, 1, null])
  const answered = await house.ask(allOpinions, { state: 'answered' }, city)
  expect(answered.body.items.map(({ id }) => id)).toEqual([mine.id])
  expect(JSON.stringify(answered.body)).not.toContain(writer.id)
})

test('staff of a town or a community neither read nor answer', async () => {
  const id = await addOpinion(house)
  for (const held of [
    { role: 'worker', division: DONGAN } as const,
    { role: 'town', division: CHENGDONG } as const,
  ]) {
    const who = await somebody(house, [held])
    const replies = await Promise.all([
      house.ask(allOpinions, {}, who),
      house.ask(opinionStatistic, {}, who),
      house.ask(answerOpinion, { id, text: '答复' }, who),
    ])
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404])
  }
})

test('two who answer at once: one answer stands', async () => {
  const id = await addOpinion(house)
  const replies = await Promise.all(
    ['甲的答复', '乙的答复'].map((text) => house.ask(answerOpinion, { id, text }, city)),
  )
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('a person sends so many a day, however fast; the next day begins anew', async () => {
  const replies = await Promise.all(Array.from({ length: OPINIONS_A_DAY + 2 }, () => send()))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(OPINIONS_A_DAY)
  house.clock.now += DAY
  expect((await send()).status).toBe(200)
})

test('guests behind one address are slowed down, those who signed in are not', async () => {
  for (let i = 0; i < 10; i += 1) expect((await send({}, null)).status).toBe(200)
  const slowed = await send({}, null)
  expect([slowed.status, slowed.problem.code]).toEqual([429, 'tooManyRequests'])
  expect((await send()).status).toBe(200)
  house.clock.now += MINUTE
  expect((await send({}, null)).status).toBe(200)
})

test('an address of a page is a path of ours', async () => {
  for (const page of ['https://example.com/', '<b>', `/${'x'.repeat(200)}`, 'tabs/home'])
    expect([page, (await send({ page })).status]).toEqual([page, 422])
})

test('the statistic counts what is wanted, late and in time', async () => {
  const [late, inTime] = [await send({ wantsAnswer: true }), await send({ wantsAnswer: true })]
  await send({ wantsAnswer: true, kind: 'suggestion' })
  await send({ kind: 'praise' }, null)
  await house.ask(answerOpinion, { id: inTime.body.id, text: '已改' }, city)
  house.clock.now = late.body.answerBy!
  const before = await house.ask(opinionStatistic, {}, city)
  expect(before.body).toEqual({
    total: 4,
    byKind: { error: 2, suggestion: 1, praise: 1, other: 0 },
    waiting: 2,
    overdue: 1,
    answered: 1,
    inTime: 1,
  })
  await house.ask(answerOpinion, { id: late.body.id, text: '对不起，晚了' }, city)
  const after = await house.ask(opinionStatistic, {}, city)
  expect(after.body).toMatchObject({ waiting: 1, overdue: 0, answered: 2, inTime: 1 })
})
