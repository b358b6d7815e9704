import { DAY, isoDay } from '@tmt/shared/time.ts'
import type { Phone } from './phone.ts'

/** Opens the list by its tab, and an activity from it. */
export async function openActivity({ screen }: Phone, title: string) {
  await screen.press('活动')
  await screen.at('tabs/activities/index')
  await screen.press(title)
  await screen.at('activities/pages/detail/index')
  await screen.sees(title)
}
export const signUp = ({ screen }: Phone, title: string) => screen.press(`报名:${title}`)

export async function cancelSignup({ screen }: Phone, title: string) {
  await screen.press(`取消报名:${title}`)
  await screen.pressInDialog('取消报名')
  await screen.sees('已取消报名')
}

export type Plan = {
  title: string
  category: string
  body: string
  place: string
  capacity: number
  inDays: number
}
/** Fills in the form for a new activity, which is open. */
export async function fillIn({ screen }: Phone, plan: Plan) {
  await screen.at('activities/pages/edit/index')
  await screen.type('名称', plan.title)
  await screen.press(plan.category)
  await screen.type('内容', plan.body)
  await screen.type('地点', plan.place)
  await screen.choose('开始时间,日期', isoDay(Date.now() + plan.inDays * DAY))
  await screen.choose('开始时间,时间', '09:00')
  await screen.type('名额', String(plan.capacity))
  await screen.press('不限')
}
