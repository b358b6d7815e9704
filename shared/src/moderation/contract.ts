import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, Cursor, Done, pageOf, query } from '../contract.ts'
import { Picture } from '../files/picture.ts'

/** What can be looked at. A feature that lets people write adds its own word. */
export const SubjectKind = z.enum(['activity'])
export type SubjectKind = z.output<typeof SubjectKind>
/** What of it: its words, or its picture. */
export const Part = z.enum(['text', 'picture'])
export type Part = z.output<typeof Part>
/**
 * - `checking`: the gateway is asked; `passed`: it found nothing
 * - `review`: waits for a person; `kept`: a person let it stand
 * - `hidden`: nobody but its author and staff sees it
 */
export const CheckState = z.enum(['checking', 'passed', 'review', 'kept', 'hidden'])
export type CheckState = z.output<typeof CheckState>
/**
 * Why it waits for a person, or was hidden by the program.
 * - `risky`, `doubtful`: what the gateway found
 * - `unjudged`: written by somebody whom the gateway does not know: in a browser, or not lately in WeChat
 * - `gatewayDown`: the gateway gave no answer in time
 * - `reported`: somebody reported it
 */
export const Cause = z.enum(['risky', 'doubtful', 'unjudged', 'gatewayDown', 'reported'])
export type Cause = z.output<typeof Cause>
/** Why somebody reports it, and why it is hidden: the same words on both sides. */
export const Reason = z.enum(['illegal', 'abuse', 'privacy', 'fraud', 'advertising', 'false', 'other'])
export type Reason = z.output<typeof Reason>

const Appeal = z.strictObject({
  text: z.string(),
  at: Instant,
  outcome: z.nullable(z.enum(['granted', 'refused'])),
  /** What was answered to it; null while it waits. */
  answer: z.nullable(z.string()),
})
const common = {
  id: Id,
  kind: SubjectKind,
  subjectId: Id,
  part: Part,
  /** The beginning of the text, or what the picture shows in words. */
  excerpt: z.string(),
  state: CheckState,
  /** Whether others see it now. */
  shown: z.boolean(),
  reason: z.nullable(Reason),
  note: z.nullable(z.string()),
  appeal: z.nullable(Appeal),
  changedAt: Instant,
}
/** A row of the queue. Who reported is told to nobody. */
export const QueueItem = z.strictObject({
  ...common,
  communityId: DivisionCode,
  cause: z.nullable(Cause),
  /** What the gateway found, as words. */
  found: z.nullable(z.string()),
  picture: z.nullable(Picture),
  author: z.strictObject({ name: z.nullable(z.string()), me: z.boolean() }),
  /** Whether it was this person who hid it: somebody else decides the appeal. */
  hiddenByMe: z.boolean(),
  reports: z.array(z.strictObject({ reason: Reason, note: z.string(), at: Instant })),
})
export type QueueItem = z.output<typeof QueueItem>
export const MyItem = z.strictObject({ ...common, mayAppeal: z.boolean() })
export type MyItem = z.output<typeof MyItem>

const param = z.strictObject({ id: Id })
const ownWords = { status: 403, title: '这是您自己发布的，请另一位工作人员处理' } as const
const decided = { status: 409, title: '已经有人处理过了，请刷新后再看' } as const

export const moderationQueue = query('moderation.queue', {
  get: '/communities/:communityId/moderation',
  by: 'staff',
  audience: 'staff',
  summary: '等人看的内容：机器拿不准的、被举报的、提出申诉的',
  param: z.strictObject({ communityId: DivisionCode }),
  query: z.strictObject({
    /** `waiting` (default): longest first; `hidden`: latest first. */
    list: z.optional(z.enum(['waiting', 'hidden'])),
    cursor: z.optional(Cursor),
  }),
  output: pageOf(QueueItem),
})
export const keepContent = command('moderation.keep', {
  post: '/moderation/:id/keeping',
  by: 'staff',
  summary: '看过了，可以显示',
  param,
  output: Done,
  refusals: { decided, ownWords },
})
export const hideContent = command('moderation.hide', {
  post: '/moderation/:id/hiding',
  by: 'staff',
  summary: '隐藏，写明原因',
  param,
  body: z.strictObject({ reason: Reason, note: text(200, 0) }),
  output: Done,
  refusals: { decided, ownWords, noteMissing: { status: 422, title: '选了「其他」，请写一句原因' } },
})
export const decideAppeal = command('moderation.decideAppeal', {
  post: '/moderation/:id/appeal/decision',
  by: 'staff',
  summary: '答复申诉（不能是隐藏它的人）',
  param,
  body: z.strictObject({ outcome: z.enum(['granted', 'refused']), answer: text(200, 2) }),
  output: Done,
  refusals: {
    noAppeal: { status: 409, title: '没有等待答复的申诉，请刷新后再看' },
    hiddenByYou: { status: 403, title: '是您隐藏的，请另一位工作人员答复申诉' },
    ownWords,
  },
})
export const reportContent = command('moderation.report', {
  post: '/moderation/reports',
  by: 'signedIn',
  summary: '举报一项内容',
  body: z.strictObject({ kind: SubjectKind, subjectId: Id, reason: Reason, note: text(200, 0) }),
  output: Done,
  refusals: {
    alreadyReported: { status: 409, title: '您已经举报过，社区工作者会看' },
    noteMissing: { status: 422, title: '选了「其他」，请写一句原因' },
  },
})
export const myModeration = query('moderation.mine', {
  get: '/me/moderation',
  by: 'signedIn',
  audience: 'me',
  summary: '我发布的、等人看或被隐藏的内容，和申诉的结果',
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: pageOf(MyItem),
})
export const appealHiding = command('moderation.appeal', {
  post: '/moderation/:id/appeal',
  by: 'signedIn',
  summary: '对隐藏提出申诉（一次）',
  param,
  body: z.strictObject({ text: text(300, 2) }),
  output: Done,
  refusals: {
    notHidden: { status: 409, title: '这项内容没有被隐藏，不用申诉' },
    alreadyAppealed: { status: 409, title: '已经申诉过一次，请等答复，或打社区窗口的电话' },
  },
})
export const moderationEndpoints = [
  moderationQueue,
  keepContent,
  hideContent,
  decideAppeal,
  reportContent,
  myModeration,
  appealHiding,
] as const
