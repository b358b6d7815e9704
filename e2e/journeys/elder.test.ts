import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openActivity, signUp } from '../rooms/activities.ts'
import { type City, startCity } from '../rooms/city.ts'
import { pickCommunity } from '../rooms/communities.ts'
import { barriers, switchOn } from '../rooms/elder.ts'
import { Phone } from '../rooms/phone.ts'
import { signInAs } from '../rooms/sign-in.ts'

const ACTIVITY = '义诊：量血压、测血糖'
const NOTICE = '65岁以上老人免费体检'
const DRAFT = '电动车充电棚夜间关灯时间'
let city: City
let phone: Phone
let width: number
beforeAll(async () => {
  const starting = startCity()
  ;[city, phone] = await Promise.all([
    starting,
    Phone.open({ city: starting, owner: { openid: 'elder', phone: '19900009006' } }),
  ])
  width = await phone.screenWidth()
})
afterAll(async () => {
  await phone?.close()
  await city?.stop()
})

const seen: string[] = []
/** Looks at the page that is open: nothing small, nothing beyond the edge, and a picture. */
async function look(path: string) {
  await phone.screen.at(path)
  await phone.screen.settled()
  expect.soft(await barriers(phone, width), path).toEqual([])
  await phone.picture(path.replace(/^tabs\/|\/index$|pages\//g, '').replaceAll('/', '-'))
  seen.push(path)
}
const open = async (path: string, query = '') => {
  await phone.openPage(`/${path}${query}`)
  await look(path)
}

test('the large mode goes with a person through every page', async () => {
  const { screen } = phone
  await screen.settled()
  expect(await barriers(phone, width), 'what is measured differs without the large mode').not.toEqual([])
  await switchOn(phone)
  await look('tabs/home/index')
  await screen.press('打电话找人')
  await look('organizations/pages/phones/index')
  await phone.openPage('/tabs/home/index')
  await screen.press('选您的村或社区')
  await look('divisions/pages/pick/index')
  await phone.openPage('/tabs/home/index')
  await pickCommunity(phone, '东安', '东安居委会')
  await open('tabs/activities/index')

  await open('people/pages/sign-in/index')
  await signInAs(phone, '演示社区工作者')
  await look('tabs/mine/index')
  await openActivity(phone, ACTIVITY)
  await signUp(phone, ACTIVITY)
  await screen.control(`取消报名：${ACTIVITY}`)
  await look('activities/pages/detail/index')
  const { id } = (await screen.page()).query as { id: string }
  await open('activities/pages/signups/index')
  await open('notices/pages/list/index')
  await screen.press(NOTICE)
  await look('notices/pages/detail/index')
  const told = (await screen.page()).query as { id: string }
  await open('notices/pages/print/index', `?id=${told.id}`)
  await open('notices/pages/manage/index')
  await screen.press(DRAFT)
  await look('notices/pages/managed/index')
  await screen.press(`改草稿：${DRAFT}`)
  await look('notices/pages/edit/index')
  await open('people/pages/settings/index')
  await open('messages/pages/inbox/index')
  await open('messages/pages/preferences/index')
  await open('activities/pages/manage/index')
  await open('activities/pages/managed/index', `?id=${id}`)
  await open('activities/pages/edit/index', `?id=${id}`)
  await open('activities/pages/checkin/index', `?id=${id}`)
  await open('activities/pages/desk/index', `?id=${id}`)
  expect(phone.exceptions).toEqual([])
})

test('a worker’s other pages, large', async () => {
  const { screen } = phone
  await open('workbench/pages/board/index')
  await open('residency/pages/queue/index')
  await screen.press('东安花园 1号楼')
  await look('residency/pages/claimed/index')
  for (const path of [
    'residency/pages/code/index',
    'residency/pages/totals/index',
    'divisions/pages/places/index',
    'people/pages/relatives/index',
    'identity/pages/counter/index',
    'helping/pages/counter/index',
    'helping/pages/person/index',
    'activities/pages/figures/index',
    'moderation/pages/queue/index',
    'moderation/pages/mine/index',
    'organizations/pages/manage/index',
    'organizations/pages/edit/index',
  ])
    await open(path, '?community=321202001002')
  // What is another's to do says so, in large letters too.
  for (const path of [
    'activities/pages/proposals/index',
    'activities/pages/proposal/index',
    'residency/pages/overdue/index',
    'identity/pages/reveals/index',
    'feedback/pages/manage/index',
  ])
    await open(path)
  expect(phone.exceptions).toEqual([])
})

test('and what everybody has of their own', async () => {
  for (const path of [
    'residency/pages/homes/index',
    'residency/pages/claim/index',
    'residency/pages/home/index',
    'residency/pages/present/index',
    'residency/pages/seats/index',
    'identity/pages/real-name/index',
    'privacy/pages/consents/index',
    'privacy/pages/notice/index',
    'privacy/pages/stored/index',
    'privacy/pages/leave/index',
    'helping/pages/mine/index',
    'helping/pages/acts/index',
    'helping/pages/undo/index',
    'moderation/pages/report/index',
    'feedback/pages/write/index',
    'feedback/pages/mine/index',
  ])
    await open(path)
  expect(phone.exceptions).toEqual([])
})

test('and no page was left out', () => {
  const file = fileURLToPath(new URL('../../client/dist/weapp/app.json', import.meta.url))
  const app = JSON.parse(readFileSync(file, 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  const all = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  expect([...seen].sort()).toEqual(all.sort())
})
