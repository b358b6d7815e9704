import type { Channel, MessageKind } from './contract.ts'

export const channelLabels: Record<Channel, string> = { subscribe: '微信通知', sms: '短信' }

/** What somebody may choose about a kind of message. The inbox is the record: it can't be switched off. */
export const kinds: Record<MessageKind, { title: string; note: string; may: readonly Channel[] }> = {
  activities: {
    title: '活动',
    note: '您报名的活动有变更、取消，或明天举行',
    may: ['subscribe', 'sms'],
  },
}
