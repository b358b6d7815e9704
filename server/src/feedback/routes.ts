import {
  allOpinions,
  answerOpinion,
  correctAnswer,
  myOpinions,
  type Opinion,
  OPINIONS_A_DAY,
  opinionStatistic,
  sendOpinion,
} from '@tmt/shared/feedback/contract.ts'
import { answerDeadline, obstacleToCorrect, obstacleToSend } from '@tmt/shared/feedback/rules.ts'
import { DAY, isoDay, MINUTE } from '@tmt/shared/time.ts'
import { loadCalendar } from '../calendar/store.ts'
import { isCityStaff } from '../people/policy.ts'
import { networkOf } from '../platform/client-address.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { opinionAnswered } from './events.ts'
import { PAGE, pageOf, readCursor } from '../platform/paging.ts'
import { problem } from '../platform/problem.ts'
import { RateLimit } from '../platform/rate-limit.ts'
import {
  answer as saveAnswer,
  correct,
  countOpinion,
  findOpinion,
  insertOpinion,
  listAll,
  listOf,
  statistic,
  writerOf,
} from './store.ts'

const everyone = () => true
const byTime = ({ at, id }: Opinion) => ({ at, id })
/** What guests behind one address may send. Carriers put many people behind one. */
const guestRules = [
  { most: 10, windowMs: MINUTE },
  { most: 200, windowMs: DAY },
]

function sendRoute() {
  const limits = guestRules.map(({ most, windowMs }) => new RateLimit(most, windowMs))
  return perform(sendOpinion, {
    async gather({ actor, now }) {
      if (actor.personId !== null) return
      const wait = Math.max(...limits.map((limit) => limit.take(networkOf(actor.address), now)))
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
    },
    load: async () => ({}),
    sees: everyone,
    may: everyone,
    async run({ tx, actor: { personId }, input, now, refuse }) {
      const obstacle = obstacleToSend(input, personId !== null)
      if (obstacle) return refuse(obstacle)
      const { kind, page, wantsAnswer } = input
      if (personId !== null && !(await countOpinion(tx, personId, isoDay(now), OPINIONS_A_DAY)))
        return refuse('tooMany')
      const answerBy = wantsAnswer ? answerDeadline(kind, now, await loadCalendar(tx)) : null
      const opinion = { kind, text: input.text.trim(), page, wantsAnswer, answerBy, personId }
      const id = await insertOpinion(tx, opinion, now)
      return (await findOpinion(tx, id))!
    },
    audit: ({ kind }, _subject, sent) => ({ subject: sent?.id ?? 'feedback', details: { kind } }),
  })
}

export const feedbackRoutes = (): Route[] => [
  sendRoute(),
  answer(myOpinions, {
    load: async (_db, _input, actor) => actor,
    sees: everyone,
    async view({ db, actor, input }) {
      return pageOf(await listOf(db, actor.personId, readCursor(input.cursor)), PAGE, byTime)
    },
  }),
  answer(opinionStatistic, {
    load: async () => ({}),
    sees: isCityStaff,
    view: ({ db, now }) => statistic(db, now),
  }),
  answer(allOpinions, {
    load: async () => ({}),
    sees: isCityStaff,
    async view({ db, input }) {
      return pageOf(await listAll(db, input.state, readCursor(input.cursor)), PAGE, byTime)
    },
  }),
  perform(answerOpinion, {
    load: (tx, { id }) => findOpinion(tx, id),
    sees: isCityStaff,
    may: everyone,
    async run({ tx, actor, input, subject: { id }, now, refuse, tell }) {
      const words = input.text.trim()
      if (!(await saveAnswer(tx, id, words, actor.personId, now))) return refuse('answered')
      const personId = await writerOf(tx, id)
      tell(opinionAnswered({ id, personId, answer: words, corrected: false }))
      return (await findOpinion(tx, id))!
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(correctAnswer, {
    load: (tx, { id }) => findOpinion(tx, id),
    sees: isCityStaff,
    may: everyone,
    async run({ tx, input, subject, now, refuse, tell }) {
      const obstacle = obstacleToCorrect(subject)
      if (obstacle) return refuse(obstacle)
      // Somebody may have corrected it since it was read.
      const { id } = subject
      const words = input.text.trim()
      if (!(await correct(tx, id, words, now))) return refuse('corrected')
      tell(opinionAnswered({ id, personId: await writerOf(tx, id), answer: words, corrected: true }))
      return (await findOpinion(tx, id))!
    },
    audit: ({ id }) => ({ subject: id }),
  }),
]
