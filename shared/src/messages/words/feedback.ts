import type { Spec } from '../spec.ts'

const common = { kind: 'feedback', urgent: null, page: 'feedback/pages/mine/index?id=' } as const

export const feedbackWords = {
  opinionAnswered: {
    ...common,
    title: '意见有答复了',
    body: '您对泰民通的意见有答复了：{answer}',
    params: { answer: 'text' },
    asksAt: 'feedback.send',
    sms: '【泰民通】您对泰民通的意见有答复了，请打开泰民通，在“我的意见”里看。',
  },
  opinionCorrected: {
    ...common,
    title: '答复有更正',
    body: '您对泰民通的意见，先前的答复不对，现在更正：{answer}',
    params: { answer: 'text' },
    asksAt: null,
    sms: null,
  },
} as const satisfies Record<string, Spec>
