import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillIn, openActivity, signUp, waitForActivity, waitInMySignups } from '../rooms/activities.ts'
import { type City, startCity } from '../rooms/city.ts'
import { Phone } from '../rooms/phone.ts'
import { signInAs } from '../rooms/sign-in.ts'

const PLAN = {
  title: '太极拳入门课',
  category: '体育',
  body: '老师从起势教起，不收费。',
  place: '文化广场',
  capacity: 20,
  inDays: 3,
}
let city: City
let worker: Phone
let resident: Phone
beforeAll(async () => {
  const starting = startCity()
  ;[city, worker, resident] = await Promise.all([
    starting,
    Phone.open({ city: starting, owner: { openid: 'worker', phone: '19900009002' } }),
    Phone.open({ city: starting, owner: { openid: 'resident', phone: '19900009003' } }),
  ])
})
afterAll(async () => {
  await worker?.close()
  await resident?.close()
  await city?.stop()
})

test('a worker posts on one phone while a resident waits on another', async () => {
  await resident.openPage('/people/pages/sign-in/index')
  await signInAs(resident, '演示居民甲')
  await resident.screen.press('活动')
  await resident.screen.at('tabs/activities/index')
  expect(await resident.screen.showsNow(PLAN.title)).toBe(false)

  await worker.openPage('/people/pages/sign-in/index')
  await signInAs(worker, '演示社区工作者')
  await worker.openPage('/tabs/home/index')
  await worker.picture('home')
  await worker.screen.press('管理活动')
  await worker.screen.at('activities/pages/manage/index')
  await worker.screen.press('新建活动')
  await fillIn(worker, PLAN)
  await worker.picture('form')
  await worker.screen.press('发布')
  await worker.screen.sees('已发布')
  await worker.picture('posted')

  await waitForActivity(resident, PLAN.title)
  await openActivity(resident, PLAN.title)
  await signUp(resident, PLAN.title)
  await resident.screen.control(`取消报名：${PLAN.title}`)
  await resident.picture('signed-up')

  await worker.openPage('/activities/pages/manage/index')
  await worker.screen.press(PLAN.title)
  await worker.screen.press('看名单')
  await worker.screen.sees('199****0001')
  await worker.screen.scrollToEnd()
  await worker.picture('roster')
  expect(await worker.screen.showsNow('19900000001')).toBe(false)
  await worker.screen.press('看电话：演示居民甲')
  await worker.screen.control('演示居民甲，19900000001，打电话')
  await worker.picture('number')

  await worker.screen.press(`取消活动：${PLAN.title}`)
  await worker.screen.typeInDialog('当天有大雨')
  await worker.screen.pressInDialog('取消活动')
  await worker.screen.sees('报名的人会收到消息和原因')

  await waitInMySignups(resident, PLAN.title, '当天有大雨')
  await resident.picture('called-off')
  expect([...worker.exceptions, ...resident.exceptions]).toEqual([])
})
