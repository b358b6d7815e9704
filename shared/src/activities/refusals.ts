/** What is wrong with an activity's times, wherever they are written. */
export const factsRefusals = {
  startsInPast: { status: 422, title: '开始时间要晚于现在' },
  endsBeforeStart: { status: 422, title: '结束时间要晚于开始时间' },
  lasts: { status: 422, title: '一次活动最长 30 天' },
  tooFar: { status: 422, title: '开始时间不能超过一年以后' },
  signupClosesLate: { status: 422, title: '报名截止不能晚于活动开始' },
  signupClosesPast: { status: 422, title: '报名截止时间要晚于现在' },
} as const
/** What is wrong with its picture. */
const posterRefusals = {
  posterAltMissing: { status: 422, title: '请写一句图片上有什么，看不见图片的人靠它知道' },
  posterGone: { status: 409, title: '图片放得太久，已经删去，请重新选一次' },
} as const
/** All that may be wrong with what is filled in. */
export const formRefusals = { ...factsRefusals, ...posterRefusals } as const
