import {
  answerOpinion,
  correctAnswer,
  type OpinionFacts,
  OPINIONS_A_DAY,
  sendOpinion,
} from '@tmt/shared/feedback/contract.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { insertOpinion } from '../store.ts'

export const opinionFacts: OpinionFacts = {
  kind: 'error',
  text: '活动页的星期写错了',
  page: '/activities/pages/detail/index?id=1',
  wantsAnswer: false,
}
/** An opinion of a guest, made without the API so that no rate limit counts it. */
export async function addOpinion(house: TestHouse) {
  const opinion = { ...opinionFacts, personId: null, answerBy: null }
  return house.store.write((tx) => insertOpinion(tx, opinion, house.clock.now))
}
export const cityStaff = (house: TestHouse) => somebody(house, [{ role: 'city', division: '321200000000' }])

async function answered(house: TestHouse) {
  const [id, { token }] = [await addOpinion(house), await cityStaff(house)]
  await house.ask(answerOpinion, { id, text: '已经改好' }, { token })
  return { id, token }
}

export const feedbackRefusals: Provocations = {
  'feedback.send': {
    signInForAnswer: (house) => house.ask(sendOpinion, { ...opinionFacts, wantsAnswer: true }),
    async tooMany(house) {
      const { token } = await somebody(house)
      for (let i = 0; i < OPINIONS_A_DAY; i += 1) await house.ask(sendOpinion, opinionFacts, { token })
      return house.ask(sendOpinion, opinionFacts, { token })
    },
  },
  'feedback.answer': {
    async answered(house) {
      const { id, token } = await answered(house)
      return house.ask(answerOpinion, { id, text: '再答一次' }, { token })
    },
  },
  'feedback.correct': {
    async notAnswered(house) {
      const [id, { token }] = [await addOpinion(house), await cityStaff(house)]
      return house.ask(correctAnswer, { id, text: '更正' }, { token })
    },
    async corrected(house) {
      const { id, token } = await answered(house)
      await house.ask(correctAnswer, { id, text: '更正' }, { token })
      return house.ask(correctAnswer, { id, text: '再更正' }, { token })
    },
  },
}
