import type { WechatTemplates } from '../../platform/config.ts'

const moved = { thing1: 'title', time2: 'startsAt', thing3: 'place' }
/** What an operator enters after choosing templates at WeChat. */
export const wechatTemplates: WechatTemplates = {
  activityReminder: { id: 'wechat-reminder', data: moved },
  activityChanged: { id: 'wechat-changed', data: moved },
  activityCancelled: {
    id: 'wechat-cancelled',
    data: { thing1: 'title', time2: 'startsAt', thing4: 'reason' },
  },
}
/** The same, as WeChat's sandbox has them. */
export const atWechat = Object.fromEntries(
  Object.values(wechatTemplates).map(({ id, data }) => [id, Object.keys(data)]),
)
