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
/** What is wrong with who may come, and under what conditions. */
export const limitRefusals = {
  agesReversed: { status: 422, title: '最小年龄不能大于最大年龄' },
  accessibilityMissing: { status: 422, title: '助残活动请至少选一项场地的无障碍条件' },
  outOfCity: { status: 422, title: '地图上的位置不在泰州，请重新选，或者不填' },
} as const
export const reliefPicture = {
  status: 422,
  title: '救助活动不放图片，免得认出受助的人；请去掉图片',
} as const
/** All that may be wrong with what is filled in. */
export const formRefusals = { ...factsRefusals, ...posterRefusals, ...limitRefusals, reliefPicture } as const
export const reasonMissing = {
  status: 422,
  title: '已经有人报名，改时间、地点要写明原因，他们会收到',
} as const
export const inReview = {
  status: 409,
  title: '这个活动在等审核：请先通过，或写明要改什么退回去',
} as const
