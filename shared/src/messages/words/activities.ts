import type { Spec } from '../spec.ts'

const activity = 'activities/pages/detail/index?id='
/** Asked for at the tap by which somebody begins to wait: it is what they wait for. */
const waits = 'activities.answerOffer'
const held = { title: 'text', startsAt: 'instant', endsAt: 'instant', place: 'text' } as const

export const activityWords = {
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
  activityMovedUp: {
    kind: 'activities',
    title: '候补到了',
    body: '您候补的“{title}”有了名额，已经替您报上。时间：{startsAt~endsAt}；地点：{place}。去不了请在开始前取消，把名额留给别人。',
    params: held,
    urgent: null,
    asksAt: waits,
    sms: '【泰民通】您候补的“{title}”有了名额，已经报上。{startsAt}，{place}。去不了请在开始前取消。',
    page: activity,
  },
  activityPlaceOffered: {
    kind: 'activities',
    title: '候补名额等您确认',
    body: '您候补的“{title}”空出一个名额，给您留到 {until}。要来请在这以前点“接受”，不来请点“放弃”；过了时间就让给下一位。时间：{startsAt~endsAt}；地点：{place}。',
    params: { ...held, until: 'instant' },
    // Two hours may be over before the morning.
    urgent: 'always',
    asksAt: waits,
    sms: '【泰民通】您候补的“{title}”（{startsAt}）空出一个名额，留到 {until}，请在小程序里接受或放弃。',
    page: activity,
  },
  activityOfferExpired: {
    kind: 'activities',
    title: '名额让给了下一位',
    body: '“{title}”（{startsAt~endsAt}，{place}）给您留的名额没有在限时内确认，已经让出。还想来可以再报名候补。',
    params: held,
    urgent: null,
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
    body: '您报名的“{title}”改了。现在：{startsAt~endsAt}，{place}；原来：{wasStartsAt~wasEndsAt}，{wasPlace}。原因：{reason}。您的名额还在；去不了随时可以取消，不算失约。',
    params: { ...held, wasStartsAt: 'instant', wasEndsAt: 'instant', wasPlace: 'text', reason: 'text' },
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
  activityPostponed: {
    kind: 'activities',
    title: '活动延期',
    body: '您报名的“{title}”（原定 {startsAt~endsAt}，{place}）延期了，新的时间还没定。原因：{reason}。您的名额或候补次序还在，定了时间会再告诉您；不想等，随时可以取消，不算失约。',
    params: { ...held, reason: 'text' },
    urgent: { soon: ['startsAt'] },
    // Three are asked for at that tap already, and WeChat asks for no more at once.
    asksAt: null,
    sms: '【泰民通】您报名的“{title}”（原定 {startsAt}）延期，先不用去，时间另行通知。原因：{reason}。',
    page: activity,
  },
  activityReviewed: {
    kind: 'activities',
    title: '活动审核结果',
    body: '您交来的活动“{title}”{outcome}。{reason}',
    params: { title: 'text', outcome: 'text', reason: 'text' },
    urgent: null,
    asksAt: null,
    sms: null,
    page: 'activities/pages/proposal/index?id=',
  },
  activityThanks: {
    kind: 'activities',
    title: '谢谢您来',
    body: '谢谢您来参加“{title}”（{startsAt~endsAt}，{place}）。觉得怎么样？点开说一声满意不满意，7 天内都可以改；工作人员只看到合计。',
    params: held,
    urgent: null,
    asksAt: null,
    sms: null,
    page: activity,
  },
} as const satisfies Record<string, Spec>
