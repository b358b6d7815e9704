import { answerOpinion, correctAnswer, sendOpinion } from '@tmt/shared/feedback/contract.ts'
import { appealHiding, decideAppeal, hideContent } from '@tmt/shared/moderation/contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { addOpinion, cityStaff, opinionFacts } from '../feedback/testing/refusals.ts'
import { putCheck } from '../moderation/testing/check.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { titlesOf, toldTo } from '../testing/inbox.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
let author: Somebody
let worker: Somebody
let other: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
  other = await somebody(house, [{ role: 'committee', division: DONGAN }])
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  author = await somebody(house, [{ role: 'worker', division: DONGAN }])
})
const as = ({ token }: Somebody) => ({ token })

test('whoever wrote it hears why it was hidden and how to appeal, and then how the appeal ended', async () => {
  const { id } = await putCheck(house, { authorId: author.id })
  const key = randomUUID()
  const input = { id, reason: 'fraud', note: ' 要先交钱 ' } as const
  for (let i = 0; i < 2; i += 1) await house.ask(hideContent, input, { ...as(worker), key })
  const [hidden, ...none] = await toldTo(house, author)
  expect(none).toEqual([])
  expect(hidden).toMatchObject({ template: 'contentHidden', about: { kind: 'check', id } })
  expect(hidden!.body).toMatch(/^您发布的活动.+原因：诈骗：要先交钱。.+申诉/)
  house.clock.now += MINUTE
  await house.ask(appealHiding, { id, text: '是免费的' }, as(author))
  const decided = { id, outcome: 'granted', answer: '核实过，是免费的' } as const
  expect((await house.ask(decideAppeal, decided, as(other))).status).toBe(200)
  const [answered] = await toldTo(house, author)
  expect(answered!.body).toBe('您对活动被隐藏提出的申诉：成立，内容已经恢复显示。答复：核实过，是免费的')
  expect(await titlesOf(house, other)).toEqual([])
})

test('an opinion’s answer and its correction reach whoever wrote it; a guest’s reach nobody', async () => {
  const city = await cityStaff(house)
  const { body } = await house.ask(sendOpinion, { ...opinionFacts, wantsAnswer: true }, as(author))
  const guest = await addOpinion(house)
  for (const id of [body.id, guest]) await house.ask(answerOpinion, { id, text: ' 已经改好 ' }, as(city))
  house.clock.now += MINUTE
  for (const id of [body.id, guest]) await house.ask(correctAnswer, { id, text: '明天才改好' }, as(city))
  const told = await toldTo(house, author)
  expect(told.map(({ title }) => title)).toEqual(['答复有更正', '意见有答复了'])
  expect(told[1]).toMatchObject({ about: { kind: 'opinion', id: body.id } })
  expect(told[1]!.body).toBe('您对泰民通的意见有答复了：已经改好')
})
