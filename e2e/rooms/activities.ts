import { DAY, isoDay } from '@tmt/shared/time.ts'
import type { Phone } from './phone.ts'
import { until } from './waiting.ts'

/** An answer is asked for anew when it is older than 20 s and its page comes into view. */
const ANSWER_AGE = 40_000

/** Opens the list by its tab, and an activity from it. */
export async function openActivity({ screen }: Phone, title: string) {
  await screen.press('活动')
  await screen.at('tabs/activities/index')
  await screen.press(title)
  await screen.at('activities/pages/detail/index')
  await screen.sees(title)
}
/** Looks into the list again and again, as somebody does who waits for an activity to be posted. */
export async function waitForActivity({ screen }: Phone, title: string) {
  const looked = async () => {
    await screen.press('首页')
    await screen.at('tabs/home/index')
    await screen.press('活动')
    await screen.at('tabs/activities/index')
    return screen.showsNow(title)
  }
  await until(`${title} in the list`, looked, ANSWER_AGE)
}
/** Opens an activity from 我的报名, again and again until these words stand there. */
export async function waitInMySignups(phone: Phone, title: string, words: string) {
  const looked = async () => {
    await phone.openPage('/activities/pages/signups/index')
    await phone.screen.press(title)
    await phone.screen.at('activities/pages/detail/index')
    await phone.screen.sees(title)
    return phone.screen.showsNow(words)
  }
  await until(`"${words}" at ${title}`, looked, ANSWER_AGE)
}
export const signUp = ({ screen }: Phone, title: string) => screen.press(`报名：${title}`)
/** What somebody is asked for whom the community has no name: to give one, or to go on without. */
export async function giveName({ screen }: Phone, name: string) {
  await screen.sees('社区怎么称呼您')
  await screen.typeInDialog(name)
  await screen.pressInDialog('写好了，报名')
}
export async function giveNoName({ screen }: Phone) {
  await screen.sees('社区怎么称呼您')
  await screen.pressInDialog('先不填，直接报名')
}

export async function cancelSignup({ screen }: Phone, title: string) {
  await screen.press(`取消报名：${title}`)
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
  await screen.choose('开始时间，日期', isoDay(Date.now() + plan.inDays * DAY))
  await screen.choose('开始时间，时间', '09:00')
  await screen.type('名额', String(plan.capacity))
  await screen.press('不限')
}
