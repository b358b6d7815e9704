import { z } from 'zod/mini'
import { DivisionCode, Id } from '../codes.ts'
import { command, query } from '../contract.ts'

/** What is said; the words are in templates.ts. */
export const Template = z.enum([
  'activitySignedUp',
  'activityMovedUp',
  'activityPlaceOffered',
  'activityOfferExpired',
  'activityReminder',
  'activityChanged',
  'activityCancelled',
  'activityPostponed',
  'activityReviewed',
  'activityThanks',
  'residencyDecided',
  'residencyRevoked',
  'residencyUrged',
  'residencyEnding',
  'residencyExpired',
  'seatProposed',
  'seatChanged',
  'noticeUrgent',
  'noticeCorrected',
  'noticeWithdrawn',
  'contentHidden',
  'appealAnswered',
  'opinionAnswered',
  'opinionCorrected',
  'workDigest',
])
export type Template = z.output<typeof Template>

/** What a person's choices are made by. */
export const MessageKind = z.enum(['activities', 'residency', 'notices', 'moderation', 'feedback', 'work'])
export type MessageKind = z.output<typeof MessageKind>

/** The ways beside the inbox, in the order in which they are tried. */
export const Channel = z.enum(['subscribe', 'sms'])
export type Channel = z.output<typeof Channel>

/**
 * What a message leads to. `check` is what was thought of something that somebody wrote; the workbench is that of a
 * unit, and its id the unit's code.
 */
export const About = z.strictObject({
  kind: z.enum(['activity', 'residency', 'seat', 'notice', 'check', 'opinion', 'workbench']),
  id: z.union([Id, DivisionCode]),
})
export type About = z.output<typeof About>

export const Wants = z.strictObject({ subscribe: z.boolean(), sms: z.boolean() })
export type Wants = z.output<typeof Wants>

export const Unread = z.strictObject({ unread: z.int() })

export const unreadMessages = query('messages.unread', {
  get: '/me/messages/unread',
  by: 'signedIn',
  audience: 'me',
  summary: '我有几条没读的消息（最多数到 100）',
  output: Unread,
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

export const messageEndpoints = [unreadMessages, listAskable, recordSubscriptions] as const
