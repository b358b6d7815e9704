import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelSignup, openActivity, signUp } from '../rooms/activities.ts'
import { type City, startCity } from '../rooms/city.ts'
import { pickCommunity } from '../rooms/communities.ts'
import { Phone } from '../rooms/phone.ts'
import { signInByWechat } from '../rooms/sign-in.ts'

const ACTIVITY = '义诊:量血压、测血糖'
let city: City
let phone: Phone
beforeAll(async () => {
  const starting = startCity()
  ;[city, phone] = await Promise.all([
    starting,
    Phone.open({ city: starting, owner: { openid: 'newcomer', phone: '19900009001' } }),
  ])
})
afterAll(async () => {
  await phone?.close()
  await city?.stop()
})

test('a guest picks a community, signs in by WeChat, signs up, finds it again and cancels', async () => {
  const { screen } = phone
  await phone.picture('home')
  await pickCommunity(phone, '东安', '东安居委会')
  await phone.picture('home-of-a-community')
  await openActivity(phone, ACTIVITY)
  await phone.picture('activity')

  await signUp(phone, ACTIVITY)
  await phone.picture('sign-in')
  await signInByWechat(phone, { firstTime: true })
  await screen.at('activities/pages/detail/index')
  await signUp(phone, ACTIVITY)
  await screen.control(`取消报名:${ACTIVITY}`)
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
  expect(phone.exceptions).toEqual([])
})
