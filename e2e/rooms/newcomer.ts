import { expect } from 'vitest'
import { cancelSignup, giveName, openActivity, signUp } from './activities.ts'
import { pickCommunity } from './communities.ts'
import { contrast } from './contrast.ts'
import type { Phone } from './phone.ts'
import { signInByWechat } from './sign-in.ts'

const ACTIVITY = '义诊：量血压、测血糖'
/** What words need against what they stand on (WCAG 2.2, 1.4.3). */
const READABLE = 4.5

/** Somebody who comes for the first time: picks a community, signs in, signs up, finds it again, cancels. */
export async function newcomersStory(phone: Phone) {
  const { screen } = phone
  await phone.picture('home')
  await pickCommunity(phone, '东安', '东安居委会')
  await phone.picture('home-of-a-community')
  await openActivity(phone, ACTIVITY)
  expect(await contrast(await screen.control(`报名：${ACTIVITY}`))).toBeGreaterThanOrEqual(READABLE)
  await phone.picture('activity')

  await signUp(phone, ACTIVITY)
  await phone.picture('sign-in')
  await signInByWechat(phone, { firstTime: true })
  await screen.at('activities/pages/detail/index')
  await signUp(phone, ACTIVITY)
  await giveName(phone, '演示新居民')
  await screen.control(`取消报名：${ACTIVITY}`)
  await phone.picture('signed-up')

  await phone.openPage('/tabs/mine/index')
  await screen.press('我的报名')
  await screen.at('activities/pages/signups/index')
  await screen.sees(ACTIVITY)
  await phone.picture('my-sign-ups')
  await screen.press(ACTIVITY)
  await screen.at('activities/pages/detail/index')
  await cancelSignup(phone, ACTIVITY)
  await phone.picture('cancelled')
}
