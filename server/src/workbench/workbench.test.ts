import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { cancelActivity, publishActivity } from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publishNotice } from '@tmt/shared/notices/staff-contract.ts'
import { post } from '../activities/testing/activity.ts'
import { CHENGDONG, DONGAN, HUAYUAN } from '../demo/city.ts'
import { moderationChecks } from '../moderation/tables.ts'
import { putCheck } from '../moderation/testing/check.ts'
import { organizations } from '../organizations/tables.ts'
import { addCard } from '../organizations/testing/card.ts'
import { postNotice } from '../notices/testing/notice.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ demo: false })
})
afterAll(() => house.close())

/** Each test has a community, a street and a worker to itself. */
let n = 0
let community = ''
let worker: Somebody
const street = [
  DONGAN,
  HUAYUAN,
  '321202001003',
  '321202001004',
  '321202001005',
  '321202001007',
  '321202001008',
  '321202001010',
  '321202001011',
  '321202001014',
]
beforeEach(async () => {
  community = street[n]!
  n += 1
  worker = await somebody(house, [{ role: 'worker', division: community }])
})
const { now } = { now: () => house.clock.now }
const at = (startsIn: number, title: string, publish = true) =>
  post(house, {
    communityId: community,
    title,
    publish,
    startsAt: now() + startsIn,
    endsAt: now() + startsIn + HOUR,
    signupClosesAt: now() + startsIn - HOUR,
  })
async function seen(cursor?: string) {
  const { body } = await house.ask(
    listDue,
    { communityId: community, ...(cursor && { cursor }) },
    { token: worker.token },
  )
  return body
}

test('late drafts first, then what is due today, then the rest; what has begun or is far off is no work', async () => {
  await at(2 * DAY, '后天的课')
  await at(-DAY, '没发布的课', false)
  await at(10 * DAY, '圆桌会', false)
  await at(5 * HOUR, '下午的课')
  await at(-HOUR, '开始了的课')
  await at(4 * DAY, '还早的课')
  await at(20 * DAY, '还早的草稿', false)
  await at(-31 * DAY, '放弃了的草稿', false)
  const { items, counts, next } = await seen()
  expect(items.map(({ kind, title }) => [kind, title])).toEqual([
    ['activityDraft', '没发布的课'],
    ['activitySoon', '下午的课'],
    ['activitySoon', '后天的课'],
    ['activityDraft', '圆桌会'],
  ])
  expect(counts).toEqual({ overdue: 1, today: 1, open: 2 })
  expect(next).toBeNull()
  expect(items[1]).toMatchObject({
    note: '12月1日 周二 15:00 开始 · 已报名 0 人，名额 5',
    until: now() + 5 * HOUR,
  })
  expect(items[3]!.until).toBe(now() + 10 * DAY - HOUR)
})

test('what is done leaves the list', async () => {
  const draft = await at(2 * DAY, '义诊', false)
  expect((await seen()).items.map(({ kind }) => kind)).toEqual(['activityDraft'])
  const how = { token: worker.token }
  await house.ask(publishActivity, { id: draft, version: 1 }, how)
  expect((await seen()).items.map(({ kind }) => kind)).toEqual(['activitySoon'])
  await house.ask(cancelActivity, { id: draft, reason: '有大雨' }, how)
  expect((await seen()).items).toEqual([])
})

test('pages hold everything once, also when something is done between them', async () => {
  const ids: string[] = []
  for (let i = 0; i < 45; i += 1) ids.push(await at(DAY + i * HOUR, `第${i + 1}课`, i % 2 === 0))
  const first = await seen()
  expect([first.items.length, first.counts]).toEqual([20, { overdue: 0, today: 0, open: 45 }])
  await house.ask(cancelActivity, { id: ids[1]!, reason: '有大雨' }, { token: worker.token })
  const second = await seen(first.next!)
  const third = await seen(second.next!)
  const all = [...first.items, ...second.items, ...third.items].map(({ id }) => id)
  expect(third.next).toBeNull()
  expect(new Set(all).size).toBe(all.length)
  expect(all.toSorted()).toEqual(ids.toSorted())
  const wrong = await house.ask(listDue, { communityId: community, cursor: 'x.y' }, { token: worker.token })
  expect([wrong.status, wrong.problem.code]).toEqual([422, 'invalidInput'])
})

describe('a whole street or city', () => {
  const asked = async (code: string, token: string) => (await house.ask(countDue, { code }, { token })).body
  test('counts by community, the latest first, and the same numbers as the lists themselves', async () => {
    const town = await somebody(house, [{ role: 'town', division: CHENGDONG }])
    const city = await somebody(house, [{ role: 'city', division: '321200000000' }])
    const empty = await asked('321202002000', city.token)
    expect(empty).toEqual({ counts: { overdue: 0, today: 0, open: 0 }, items: [] })
    await at(-DAY, '没发布的课', false)
    await at(-2 * DAY, '又一节没发布的课', false)
    await at(3 * HOUR, '下午的课')
    const before = community
    community = street[n]!
    await at(DAY, '明天的课')
    const { items, counts } = await asked(CHENGDONG, town.token)
    expect(items[0]).toMatchObject({ division: { code: before }, counts: { overdue: 2, today: 1, open: 0 } })
    for (const { division, counts: told } of items) {
      const { body } = await house.ask(listDue, { communityId: division.code }, { token: town.token })
      expect([division.code, body.counts]).toEqual([division.code, told])
    }
    expect(items.map(({ division }) => division.code)).toContain(community)
    const sum = (group: 'overdue' | 'today' | 'open') =>
      items.reduce((all, row) => all + row.counts[group], 0)
    expect(counts).toEqual({ overdue: sum('overdue'), today: sum('today'), open: sum('open') })
    expect(await asked('321200000000', city.token)).toEqual({ items, counts })
  })

  test.each([
    ['town', CHENGDONG],
    ['district', '321202000000'],
    ['city', '321200000000'],
  ] as const)(
    'the %s finds its own drafts, and not those below it, to let them out',
    async (role, division) => {
      const { token } = await somebody(house, [{ role, division }])
      await at(2 * DAY, '社区的课', false)
      await postNotice(house, { division: community, title: '社区的草稿', publish: false })
      const own = async (who = token) => {
        const reply = await house.ask(listDue, { communityId: division }, { token: who })
        return { ...reply.body, status: reply.status }
      }
      expect(await own()).toMatchObject({ items: [], counts: { overdue: 0, today: 0, open: 0 } })
      const id = await postNotice(house, { division, title: '单位的草稿', publish: false })
      const { items, counts } = await own()
      expect(items).toMatchObject([
        {
          kind: 'noticeDraft',
          id,
          communityId: division,
          title: '单位的草稿',
          note: '通知草稿，等您看过发布',
        },
      ])
      expect(counts.overdue + counts.today + counts.open).toBe(1)
      const told = await asked(division, token)
      expect(told.items.find((row) => row.division.code === division)?.counts).toEqual(counts)
      const city = await somebody(house, [{ role: 'city', division: '321200000000' }])
      const seenAbove = (await own(city.token)).items[0]!.note
      expect(seenAbove).toBe(role === 'city' ? '通知草稿，等您看过发布' : '通知草稿，等该单位的工作人员发布')
      expect((await own(worker.token)).status).toBe(404)
      const strange = await somebody(house, [{ role: 'district', division: '321203000000' }])
      expect((await own(strange.token)).status).toBe(404)
      await house.ask(publishNotice, { id, version: 1 }, { token })
      expect((await own()).items).toEqual([])
    },
  )

  test('a worker sees no other community than their own', async () => {
    const { status } = await house.ask(countDue, { code: CHENGDONG }, { token: worker.token })
    expect(status).toBe(404)
    const own = await asked(community, worker.token)
    expect(own.items.every(({ division }) => division.code === community)).toBe(true)
  })
})

test('what people wrote and cards that nobody answers wait beside the rest, each by its own time', async () => {
  const check = await putCheck(house, { communityId: community })
  const card = await addCard(house, {}, community)
  await house.store.write(async (tx) => {
    const changes = { state: 'review', cause: 'reported', waitsSince: now() - 2 * DAY } as const
    await tx.update(moderationChecks).set(changes).where(eq(moderationChecks.id, check.id))
    const checkedAt = now() - 360 * DAY
    await tx.update(organizations).set({ checkedAt }).where(eq(organizations.id, card))
  })
  const { items, counts } = await seen()
  const told = items.filter(({ kind }) => kind !== 'activitySoon')
  expect(told.map(({ kind, until }) => [kind, until])).toEqual([
    ['contentLook', now() - DAY],
    ['cardCheck', now() + 5 * DAY],
  ])
  // The activity that is talked about ends today with the midnight that it begins at.
  expect(counts).toEqual({ overdue: 1, today: 1, open: 1 })
})
