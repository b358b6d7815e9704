import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, pageOf, query } from '../contract.ts'

/** What is said; the words are in templates.ts. */
export const Template = z.enum([
  'activitySignedUp',
  'activityReminder',
  'activityChanged',
  'activityCancelled',
])
export type Template = z.output<typeof Template>
/** What a person's choices are made by. */
export const MessageKind = z.enum(['activities'])
export type MessageKind = z.output<typeof MessageKind>
/** The ways beside the inbox, in the order in which they are tried. */
export const Channel = z.enum(['subscribe', 'sms'])
export type Channel = z.output<typeof Channel>

/** What a message leads to. */
export const About = z.strictObject({ kind: z.enum(['activity']), id: Id })
export type About = z.output<typeof About>

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

const Wants = z.strictObject({ subscribe: z.boolean(), sms: z.boolean() })
export type Wants = z.output<typeof Wants>
export const Preferences = z.strictObject({
  quiet: Quiet,
  kinds: z.array(z.strictObject({ kind: MessageKind, ...Wants.shape })),
})
export type Preferences = z.output<typeof Preferences>

const Unread = z.strictObject({ unread: z.int() })

export const listMessages = query('messages.list', {
  get: '/me/messages',
  by: 'signedIn',
  audience: 'me',
  summary: '我的消息，新的在前',
  /** The cursor is what was told with the last one. */
  query: z.strictObject({ cursor: z.optional(Id) }),
  output: pageOf(Message),
})
export const unreadMessages = query('messages.unread', {
  get: '/me/messages/unread',
  by: 'signedIn',
  audience: 'me',
  summary: '我有几条没读的消息（最多数到 100）',
  output: Unread,
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
export const listAskable = query('messages.askable', {
  get: '/message-templates',
  by: 'guest',
  audience: 'public',
  summary: '可以请微信用户订阅的消息，和它们在微信的模板编号',
  output: z.strictObject({
    /** `act`: the command at whose tap it is asked for. */
    items: z.array(z.strictObject({ template: Template, act: z.string(), wechatId: z.string() })),
  }),
})
export const recordSubscriptions = command('messages.subscribed', {
  post: '/me/message-subscriptions',
  by: 'signedIn',
  summary: '微信用户刚才同意了哪些订阅消息；每同意一次可以发一条',
  body: z.strictObject({ accepted: z.array(Template).check(z.maxLength(3)) }),
  output: z.strictObject({ ok: z.literal(true) }),
  refusals: {},
})
export const messageEndpoints = [
  listMessages,
  unreadMessages,
  readMessage,
  readAllMessages,
  getPreferences,
  setWants,
  setQuiet,
  listAskable,
  recordSubscriptions,
] as const
