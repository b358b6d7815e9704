import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SetDataCall } from '../host/service/set-data.ts'
import { openActivity, signUp } from '../rooms/activities.ts'
import { type City, startCity } from '../rooms/city.ts'
import { pickCommunity } from '../rooms/communities.ts'
import { Phone } from '../rooms/phone.ts'
import { signInAs } from '../rooms/sign-in.ts'

const KB = 1024
/** What crosses between the two halves of a mini-program costs time on an old phone: our own limits. */
const FIRST_PAGE = 24 * KB
const LARGEST = 64 * KB
const NOTICE = '65岁以上老人免费体检'
const ACTIVITY = '义诊：量血压、测血糖'

let city: City
let phone: Phone
beforeAll(async () => {
  const starting = startCity()
  ;[city, phone] = await Promise.all([
    starting,
    Phone.open({
      city: starting,
      owner: { openid: 'measured', phone: '19900009007' },
      pictures: false,
    }),
  ])
})
afterAll(async () => {
  await phone?.close()
  await city?.stop()
})

/** Asked of the host itself: DevTools has no such question. */
async function calls() {
  const client = phone.mini as unknown as { send(method: string): Promise<{ calls: SetDataCall[] }> }
  return (await client.send('Host.setDataCalls')).calls
}
async function visit(url: string) {
  const before = (await calls()).length
  await phone.openPage(url)
  await phone.screen.settled()
  return (await calls()).slice(before)
}
const largestOf = (all: SetDataCall[]) => Math.max(...all.map(({ bytes }) => bytes))
const say = (who: string, all: SetDataCall[]) => {
  const sum = all.reduce((total, { bytes }) => total + bytes, 0)
  console.log(`first page of ${who}: ${all.length} setData, the largest ${largestOf(all)}, all ${sum} bytes`)
}

test('the first page, of a stranger and of a member of staff, sends no more than 24 KB at once', async () => {
  const stranger = await visit('/tabs/home/index')
  await pickCommunity(phone, '东安', '东安居委会')
  await phone.openPage('/people/pages/sign-in/index')
  await signInAs(phone, '演示社区工作者')
  await openActivity(phone, ACTIVITY)
  await signUp(phone, ACTIVITY)
  await phone.screen.control(`取消报名：${ACTIVITY}`)
  const staff = await visit('/tabs/home/index')
  say('a stranger', stranger)
  say('staff', staff)
  for (const all of [stranger, staff]) {
    expect(largestOf(all)).toBeGreaterThan(KB)
    expect(largestOf(all)).toBeLessThanOrEqual(FIRST_PAGE)
  }
})

test('no page sends more than 64 KB at once', async () => {
  await openActivity(phone, ACTIVITY)
  const { id } = (await phone.screen.page()).query as { id: string }
  await phone.openPage('/notices/pages/list/index')
  await phone.screen.press(NOTICE)
  await phone.screen.settled()
  const { id: notice } = (await phone.screen.page()).query as { id: string }
  await phone.openPage('/tabs/activities/index')
  await phone.screen.press('全镇')
  await phone.screen.settled()
  for (const url of [
    '/tabs/mine/index',
    '/activities/pages/signups/index',
    '/activities/pages/manage/index',
    `/activities/pages/managed/index?id=${id}`,
    `/activities/pages/edit/index?id=${id}`,
    '/notices/pages/list/index',
    '/notices/pages/manage/index',
    `/notices/pages/detail/index?id=${notice}`,
    `/notices/pages/managed/index?id=${notice}`,
    `/notices/pages/edit/index?id=${notice}`,
    `/notices/pages/print/index?id=${notice}`,
    '/people/pages/settings/index',
    '/messages/pages/inbox/index',
    '/messages/pages/preferences/index',
    '/organizations/pages/phones/index',
    '/divisions/pages/pick/index',
  ])
    expect(await visit(url)).not.toEqual([])
  const largest = (await calls()).sort((a, b) => b.bytes - a.bytes)[0]
  console.log(`the largest setData: ${largest?.bytes} bytes at ${largest?.path}`)
  expect(largest?.bytes).toBeLessThanOrEqual(LARGEST)
})
