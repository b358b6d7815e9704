import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, pageOf, query } from '../contract.ts'
import { Template, MessageKind, About, Wants, Unread } from './contract.ts'

export const Message = z.strictObject({
  id: Id,
  template: Template,
  title: z.string(),
  body: z.string(),
  urgent: z.boolean(),
  about: z.nullable(About),
  at: Instant,
  readAt: z.nullable(Instant),
})
export type Message = z.output<typeof Message>

/** A minute of the day in Asia/Shanghai. */
const MinuteOfDay = z.int().check(z.minimum(0), z.maximum(1439))

export const Quiet = z.strictObject({ on: z.boolean(), from: MinuteOfDay, to: MinuteOfDay })
export type Quiet = z.output<typeof Quiet>

/** From 21:00 to 8:00 nobody is disturbed who did not choose otherwise. */
export const defaultQuiet: Quiet = { on: true, from: 21 * 60, to: 8 * 60 }

export const Preferences = z.strictObject({
  quiet: Quiet,
  kinds: z.array(z.strictObject({ kind: MessageKind, ...Wants.shape })),
})
export type Preferences = z.output<typeof Preferences>

export const listMessages = query('messages.list', {
  get: '/me/messages',
  by: 'signedIn',
  audience: 'me',
  summary: '我的消息，新的在前',
  /** The cursor is what was told with the last one. */
  query: z.strictObject({ cursor: z.optional(Id) }),
  output: pageOf(Message),
})

export const readMessage = command('messages.read', {
  post: '/me/messages/:id/reading',
  by: 'signedIn',
  summary: '读了一条消息',
  param: z.strictObject({ id: Id }),
  output: Unread,
  refusals: {},
})

export const readAllMessages = command('messages.readAll', {
  post: '/me/messages/reading',
  by: 'signedIn',
  summary: '把看到过的消息都标成读过',
  /** The newest that was on the screen: what came since stays unread. */
  body: z.strictObject({ upTo: Instant }),
  output: Unread,
  refusals: {},
})

export const getPreferences = query('messages.preferences', {
  get: '/me/message-preferences',
  by: 'signedIn',
  audience: 'me',
  summary: '我怎样收到消息',
  output: Preferences,
})

export const setWants = command('messages.setWants', {
  put: '/me/message-preferences/:kind',
  by: 'signedIn',
  summary: '一类消息要不要微信通知、短信',
  param: z.strictObject({ kind: MessageKind }),
  body: Wants,
  output: Preferences,
  refusals: {},
})

export const setQuiet = command('messages.setQuiet', {
  put: '/me/quiet-hours',
  by: 'signedIn',
  summary: '免打扰时段（紧急的消息除外）',
  body: Quiet,
  output: Preferences,
  refusals: {
    wholeDay: { status: 422, title: '开始和结束不能是同一时刻；不要免打扰，请把它关掉' },
  },
})

export const inboxEndpoints = [
  listMessages,
  readMessage,
  readAllMessages,
  getPreferences,
  setWants,
  setQuiet,
] as const
