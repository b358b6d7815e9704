import type { Spec } from '../spec.ts'

const common = {
  kind: 'moderation',
  urgent: null,
  asksAt: null,
  sms: null,
  page: 'moderation/pages/mine/index?id=',
} as const

export const moderationWords = {
  contentHidden: {
    ...common,
    title: '内容被隐藏',
    body: '您发布的{what}现在别人看不到了。原因：{why}。您可以改好再发；觉得不对，请打开这一条提出申诉，由另一位工作人员来看。',
    params: { what: 'text', why: 'text' },
  },
  appealAnswered: {
    ...common,
    title: '申诉有结果了',
    body: '您对{what}被隐藏提出的申诉：{outcome}。答复：{answer}',
    params: { what: 'text', outcome: 'text', answer: 'text' },
  },
} as const satisfies Record<string, Spec>
