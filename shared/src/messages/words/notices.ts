import type { Spec } from '../spec.ts'

const common = { kind: 'notices', page: 'notices/pages/detail/index?id=' } as const

/** Of urgent notices alone; the others stand in their list, and nobody is disturbed for them. */
export const noticeWords = {
  noticeUrgent: {
    ...common,
    title: '紧急通知',
    body: '{unit}发了紧急通知：“{title}”。请打开看全文，也请转告家里的老人。',
    params: { unit: 'text', title: 'text' },
    urgent: 'always',
    asksAt: 'people.chooseCommunity',
    sms: '【泰民通】{unit}紧急通知：“{title}”。请打开泰民通看全文。',
  },
  noticeCorrected: {
    ...common,
    title: '紧急通知更正',
    body: '{unit}的紧急通知“{title}”更正了：{note}。请打开看现在的全文，原来的内容也看得到。',
    params: { unit: 'text', title: 'text', note: 'text' },
    urgent: 'always',
    asksAt: 'people.chooseCommunity',
    sms: '【泰民通】{unit}的紧急通知“{title}”更正了：{note}。请打开泰民通看全文。',
  },
  noticeWithdrawn: {
    ...common,
    title: '紧急通知撤回',
    body: '{unit}撤回了紧急通知“{title}”。原因：{reason}。请不要再照它办。',
    params: { unit: 'text', title: 'text', reason: 'text' },
    urgent: 'always',
    asksAt: 'people.chooseCommunity',
    sms: '【泰民通】{unit}撤回了紧急通知“{title}”，原因：{reason}。请不要再照它办。',
  },
} as const satisfies Record<string, Spec>
