import type { MessageKind, Template } from './contract.ts'

type Spec = {
  kind: MessageKind
  title: string
  /** `{place}` is a text, `{startsAt}` an instant said as a time, `{startsAt~endsAt}` a span. */
  body: string
  /** What the blanks are filled from: texts, and instants in epoch milliseconds. Never a name or a number. */
  params: Readonly<Record<string, 'text' | 'instant'>>
  /** `soon`: urgent when one of these instants is less than a day away. Urgent ones pass quiet hours. */
  urgent: { soon: readonly string[] } | null
  /** Offered as a WeChat subscribe message: asked for at the tap of this act (a command's name). */
  asksAt: string | null
  /** The text that an operator has approved; null where no SMS is ever sent. */
  sms: string | null
  /** The mini-program's page; the id of what it is about is appended. */
  page: string
}

const activity = 'activities/pages/detail/index'
const held = { title: 'text', startsAt: 'instant', endsAt: 'instant', place: 'text' } as const

/** Every message that the portal sends, as data. */
export const templates = {
  activitySignedUp: {
    kind: 'activities',
    title: '报名成功',
    body: '您已报名“{title}”。时间：{startsAt~endsAt}；地点：{place}。去不了请在开始前取消，把名额留给别人。',
    params: held,
    urgent: null,
    // Whoever has just pressed sees it at once: nothing but the record is needed.
    asksAt: null,
    sms: null,
    page: activity,
  },
  activityReminder: {
    kind: 'activities',
    title: '明天的活动',
    body: '您报名的“{title}”明天举行。时间：{startsAt~endsAt}；地点：{place}。去不了请在开始前取消。',
    params: held,
    urgent: null,
    asksAt: 'activities.signUp',
    sms: '【泰民通】您报名的“{title}”明天举行，{startsAt}，{place}。去不了请在开始前取消。',
    page: activity,
  },
  activityChanged: {
    kind: 'activities',
    title: '活动变更',
    body: '您报名的“{title}”改了。现在：{startsAt~endsAt}，{place}；原来：{wasStartsAt~wasEndsAt}，{wasPlace}。您的名额还在，去不了请取消。',
    params: { ...held, wasStartsAt: 'instant', wasEndsAt: 'instant', wasPlace: 'text' },
    urgent: { soon: ['startsAt', 'wasStartsAt'] },
    asksAt: 'activities.signUp',
    sms: '【泰民通】您报名的“{title}”改为 {startsAt}，{place}。名额还在，去不了请取消。',
    page: activity,
  },
  activityCancelled: {
    kind: 'activities',
    title: '活动取消',
    body: '您报名的“{title}”（{startsAt~endsAt}，{place}）取消了。原因：{reason}。不用再去；别的活动可在“活动”里看。',
    params: { ...held, reason: 'text' },
    urgent: { soon: ['startsAt'] },
    asksAt: 'activities.signUp',
    sms: '【泰民通】您报名的“{title}”（{startsAt}）取消了，不用再去。原因：{reason}。',
    page: activity,
  },
} as const satisfies Record<Template, Spec>

/** The same without the exact words, for code that treats all templates alike. */
export const specOf = (template: Template): Spec => templates[template]

type Value<K> = K extends 'instant' ? number : string
export type ParamsOf<T extends Template> = {
  readonly [K in keyof (typeof templates)[T]['params']]: Value<(typeof templates)[T]['params'][K]>
}
export type Params = Readonly<Record<string, string | number>>
