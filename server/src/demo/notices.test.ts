import { listNotices, NoticeFacts } from '@tmt/shared/notices/contract.ts'
import { managedNotices } from '@tmt/shared/notices/staff-contract.ts'
import { everybody } from '@tmt/shared/notices/audience-rules.ts'
import { broadcastOf } from '@tmt/shared/notices/broadcast-rules.ts'
import { isPressing } from '@tmt/shared/notices/rules.ts'
import { obstacleToDraft, obstacleToPublish } from '@tmt/shared/notices/staff-rules.ts'
import { atShanghai, DAY } from '@tmt/shared/time.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notices } from '../notices/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { counters, DONGAN, HUAYUAN } from './city.ts'
import { neighbours } from './people.ts'
import { noticesFrom } from './notices.ts'
import { seedDemo } from './seed.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
const list = async (division: string, when: 'current' | 'past' = 'current') =>
  (await house.ask(listNotices, { division, when })).body.items

test('whenever it begins, each could have been published when it was, and corrected since', () => {
  const start = atShanghai(2026, 12, 1)
  const phones = [...counters.map(({ phone }) => phone), '12345']
  fc.assert(
    fc.property(fc.integer({ min: start, max: start + 800 * DAY }), (now) => {
      for (const notice of noticesFrom(now)) {
        const { division: _division, at, publish, reads, correction, withdrawal, ...facts } = notice
        expect(NoticeFacts.safeParse(facts).success).toBe(true)
        expect(publish ? obstacleToPublish(facts, at) : obstacleToDraft(facts)).toBeNull()
        expect(at).toBeLessThan(now)
        expect(phones).toContain(facts.phone)
        expect(reads).toBeLessThanOrEqual(neighbours.length)
        if (correction) expect(obstacleToPublish({ ...facts, ...correction.facts }, correction.at)).toBeNull()
        if (withdrawal) expect(withdrawal.at).toBeGreaterThan(at)
      }
    }),
  )
})

test('both communities have something urgent, something corrected or due, and something past', async () => {
  const { now } = house.clock
  const here = await list(DONGAN)
  expect(here.every(({ demo }) => demo)).toBe(true)
  expect(here.filter((notice) => isPressing(notice, now)).length).toBe(2)
  expect(here.filter(({ correctedAt }) => correctedAt !== null)).toHaveLength(1)
  expect(here.filter(({ status }) => status === 'withdrawn')).toHaveLength(1)
  expect(new Set(here.map(({ kind }) => kind))).toEqual(
    new Set(['outage', 'payment', 'checkup', 'party', 'policy', 'other']),
  )
  expect(await list(DONGAN, 'past')).toHaveLength(1)
  expect((await list(HUAYUAN)).filter((notice) => isPressing(notice, now)).length).toBe(2)
  const token = await house.signIn('worker')
  const { body } = await house.ask(managedNotices, { division: DONGAN }, { token })
  expect(body.items.filter(({ status }) => status === 'draft')).toHaveLength(1)
  expect(body.items.some(({ reads }) => reads > 5)).toBe(true)
})

test('the outage is read over the loudspeaker whole', () => {
  const { now } = house.clock
  const outage = noticesFrom(now).find(({ title }) => title.includes('停水'))!
  const words = {
    ...outage,
    ...everybody,
    startsAt: outage.startsAt ?? null,
    endsAt: outage.endsAt ?? null,
    phone: outage.phone ?? null,
  }
  expect(broadcastOf({ ...words, divisionName: '东安居委会' }, now).text).toContain('三到八号楼')
})

test('when all are over, there are new ones, once', async () => {
  house.clock.now += 200 * DAY
  expect(await list(DONGAN)).toEqual([])
  const seed = () => seedDemo(house.store, house.secrets, house.clock.now)
  await Promise.all([seed(), seed()])
  house.answers.dropAll()
  expect(await house.store.read.$count(notices)).toBe(2 * noticesFrom(house.clock.now).length)
  expect((await list(DONGAN)).length).toBeGreaterThan(4)
})
