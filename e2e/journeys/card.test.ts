import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveNoName, openActivity, signUp } from '../rooms/activities.ts'
import { type City, startCity } from '../rooms/city.ts'
import { pickCommunity } from '../rooms/communities.ts'
import { Phone } from '../rooms/phone.ts'
import { signInByWechat } from '../rooms/sign-in.ts'

const ACTIVITY = '义诊：量血压、测血糖'
let city: City
let sender: Phone
let neighbour: Phone
beforeAll(async () => {
  const starting = startCity()
  ;[city, sender, neighbour] = await Promise.all([
    starting,
    Phone.open({ city: starting, owner: { openid: 'sender', phone: '19900009004' } }),
    Phone.open({ city: starting, owner: { openid: 'neighbour', phone: '19900009005' } }),
  ])
})
afterAll(async () => {
  await sender?.close()
  await neighbour?.close()
  await city?.stop()
})

test('an activity sent to a chat opens on a phone that never saw the mini-program, up to the sign-up', async () => {
  await pickCommunity(sender, '东安', '东安居委会')
  await openActivity(sender, ACTIVITY)
  await sender.screen.control('转发给邻居')
  const card = await sender.cardOfPage()
  expect(card.title).toContain(ACTIVITY)
  expect(card.title).toContain('东安居委会')
  await sender.picture('activity-to-send')

  const { screen } = neighbour
  await neighbour.openPage(card.path)
  await screen.sees(ACTIVITY)
  // Nothing lies below this page: the way on is one to 首页.
  await screen.control('去泰民通首页')
  await neighbour.picture('opened-from-the-card')

  await signUp(neighbour, ACTIVITY)
  await signInByWechat(neighbour, { firstTime: true })
  await screen.at('activities/pages/detail/index')
  await signUp(neighbour, ACTIVITY)
  await giveNoName(neighbour)
  await screen.control(`取消报名：${ACTIVITY}`)
  await neighbour.picture('signed-up')
  await screen.press('去泰民通首页')
  await screen.at('tabs/home/index')
  await screen.sees('我的事')
  expect([...sender.exceptions, ...neighbour.exceptions]).toEqual([])
})

test('a card whose activity is not there says so and leads on', async () => {
  const { screen } = neighbour
  await neighbour.openPage('/activities/pages/detail/index?id=00000000-0000-7000-8000-000000000000')
  await screen.press('看别的活动')
  await screen.at('tabs/activities/index')
  await neighbour.openPage('/activities/pages/detail/index')
  await screen.sees('没有找到这个活动')
  expect(neighbour.exceptions).toEqual([])
})
