import { z } from 'zod/mini'
import { Id, Instant, text } from '../codes.ts'
import { command, Cursor, pageOf, query } from '../contract.ts'

export const Kind = z.enum(['error', 'suggestion', 'praise', 'other'])
export type Kind = z.output<typeof Kind>

const opinion = {
  kind: Kind,
  text: text(1000, 2),
  /** Address of the page that it is about, as the app has it; empty when it is about no page. */
  page: z.string().check(z.regex(/^(\/[\w\-./?=&%]{0,199})?$/)),
  wantsAnswer: z.boolean(),
}
export const OpinionFacts = z.strictObject(opinion)
export type OpinionFacts = z.output<typeof OpinionFacts>

/** An opinion on the portal itself. A complaint about the community is no such thing. */
export const Opinion = z.strictObject({
  ...opinion,
  id: Id,
  at: Instant,
  /** First instant after the promised time; null where no answer is wanted. */
  answerBy: z.nullable(Instant),
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(Instant),
  /** What the operator said later, because the answer was wrong; the answer stays beside it. */
  correction: z.nullable(z.string()),
  correctedAt: z.nullable(Instant),
})
export type Opinion = z.output<typeof Opinion>

/** So many a day from one person. */
export const OPINIONS_A_DAY = 10

const param = z.strictObject({ id: Id })
const words = z.strictObject({ text: text(1000, 2) })

export const sendOpinion = command('feedback.send', {
  post: '/feedback',
  by: 'guest',
  summary: '对泰民通本身的意见：找错、建议、表扬',
  body: OpinionFacts,
  output: Opinion,
  refusals: {
    signInForAnswer: { status: 409, title: '要收到答复请先登录；不登录也可以提，就是收不到答复' },
    tooMany: { status: 429, title: `一天最多提 ${OPINIONS_A_DAY} 条，请明天再提，急事请拨 12345` },
  },
})
export const myOpinions = query('feedback.mine', {
  get: '/me/feedback',
  by: 'signedIn',
  audience: 'me',
  summary: '我的意见和答复',
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: pageOf(Opinion),
})
export const allOpinions = query('feedback.all', {
  get: '/feedback',
  by: 'staff',
  audience: 'staff',
  summary: '全部意见（市级工作人员），不含是谁提的',
  query: z.strictObject({
    state: z.optional(z.enum(['waiting', 'answered'])),
    cursor: z.optional(Cursor),
  }),
  output: pageOf(Opinion),
})
export const answerOpinion = command('feedback.answer', {
  post: '/feedback/:id/answer',
  by: 'staff',
  summary: '答复意见（一次）',
  param,
  body: words,
  output: Opinion,
  refusals: { answered: { status: 409, title: '已经答复过了；说错了可以更正一次' } },
})
export const correctAnswer = command('feedback.correct', {
  put: '/feedback/:id/answer',
  by: 'staff',
  summary: '更正答复（一次），原来的答复仍然看得到',
  param,
  body: words,
  output: Opinion,
  refusals: {
    notAnswered: { status: 409, title: '还没有答复，请直接答复' },
    corrected: { status: 409, title: '已经更正过一次，不能再改；请打电话与对方说明' },
  },
})
export const opinionStatistic = query('feedback.statistic', {
  get: '/feedback/statistic',
  by: 'staff',
  audience: 'staff',
  summary: '意见统计：条数、待答复、超期、按期答复',
  output: z.strictObject({
    total: z.int(),
    byKind: z.record(Kind, z.int()),
    /** Wait for an answer that somebody wants. */
    waiting: z.int(),
    overdue: z.int(),
    /** Wanted answers that were given, and how many of them in time. */
    answered: z.int(),
    inTime: z.int(),
  }),
})
export const feedbackEndpoints = [
  sendOpinion,
  myOpinions,
  allOpinions,
  answerOpinion,
  correctAnswer,
  opinionStatistic,
] as const
