import type { Channel, MessageKind } from './contract.ts'

export const channelLabels: Record<Channel, string> = { subscribe: '微信通知', sms: '短信' }

/** What somebody may choose about a kind of message. The inbox is the record: it can't be switched off. */
export const kinds: Record<MessageKind, { title: string; note: string; may: readonly Channel[] }> = {
  activities: {
    title: '活动',
    note: '您报名的活动有变更、取消，或明天举行',
    may: ['subscribe', 'sms'],
  },
  residency: {
    title: '住处',
    note: '您登记的住处有了核验结果、要确认或过期',
    may: ['subscribe', 'sms'],
  },
  notices: {
    title: '紧急通知',
    note: '您所在的村（社区）、乡镇（街道）发布、更正或撤回紧急通知',
    may: ['subscribe', 'sms'],
  },
  moderation: { title: '发布的内容', note: '您发布的内容被隐藏、申诉有结果；只放在“我的消息”里', may: [] },
  feedback: { title: '对泰民通的意见', note: '您的意见有了答复', may: ['subscribe', 'sms'] },
  work: {
    title: '今天要办的事',
    note: '工作人员：工作日早上八点半，有逾期或今天到期的才发一条；关掉微信通知，这一条就不再发',
    may: ['subscribe'],
  },
}
