import type { Spec } from '../spec.ts'

const activity = 'activities/pages/detail/index?id='
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
