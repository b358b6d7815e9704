import { randomUUID } from 'node:crypto'
import type { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { archiveActivity, postponeActivity, reviewActivity } from '@tmt/shared/activities/life-contract.ts'
import { discardProposal, editProposal, proposeActivity } from '@tmt/shared/activities/proposal-contract.ts'
import { cancelFollowing, createSeries, editFollowing } from '@tmt/shared/activities/series-contract.ts'
import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { cancelActivity } from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { newId } from '../../platform/ids.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { factsFrom, ORGANIZATION, post } from './activity.ts'

type Facts = Partial<ActivityFacts>
const worker = async (house: TestHouse) =>
  (await somebody(house, [{ role: 'worker', division: DONGAN }])).token
const speaker = async (house: TestHouse) =>
  (await somebody(house, [{ role: 'organization', division: DONGAN, organization: ORGANIZATION }])).token
const postpone = async (house: TestHouse, id: string) =>
  house.ask(postponeActivity, { id, reason: '老师病了' }, { token: await worker(house) })
const cancel = async (house: TestHouse, id: string) =>
  house.ask(cancelActivity, { id, reason: '有大雨' }, { token: await worker(house) })
const archive = async (house: TestHouse, id: string, closing = '来了不少人') =>
  house.ask(archiveActivity, { id, closing }, { token: await worker(house) })
const handedIn = (house: TestHouse, facts: Facts = {}) =>
  post(house, { publish: false, host: ORGANIZATION, reviewDueAt: house.clock.now + HOUR, ...facts })
async function review(
  house: TestHouse,
  id: string,
  more: { version?: number; outcome?: 'publish' | 'return' } = {},
) {
  const { version = 1, outcome = 'publish' } = more
  return house.ask(reviewActivity, { id, version, outcome }, { token: await worker(house) })
}
const propose = async (house: TestHouse, facts: Facts) =>
  house.ask(
    proposeActivity,
    { communityId: DONGAN, ...factsFrom(house.clock.now, facts), submit: true },
    { token: await speaker(house) },
  )
const mine = (house: TestHouse) => post(house, { publish: false, host: ORGANIZATION })
async function editMine(house: TestHouse, id: string, facts: Facts = {}, version = 1) {
  const input = { id, version, ...factsFrom(house.clock.now, facts), submit: true }
  return house.ask(editProposal, input, { token: await speaker(house) })
}
async function series(house: TestHouse, facts: Facts, more: { times?: number } = {}) {
  const { times = 2 } = more
  const shape = { every: 'week', times, skipHolidays: false, publish: true } as const
  const input = { communityId: DONGAN, ...factsFrom(house.clock.now, facts), ...shape }
  return house.ask(createSeries, input, { token: await worker(house) })
}
const inSeries = (house: TestHouse, facts: Facts = {}) =>
  post(house, { seriesId: newId(house.clock.now), ...facts })
async function editAll(house: TestHouse, id: string, facts: Facts = {}, version = 1) {
  const input = { id, version, ...factsFrom(house.clock.now, facts) }
  return house.ask(editFollowing, input, { token: await worker(house) })
}
async function cancelAll(house: TestHouse, id: string) {
  return house.ask(cancelFollowing, { id, reason: '老师病了' }, { token: await worker(house) })
}
async function join(house: TestHouse, id: string) {
  await house.ask(signUp, { id }, { token: (await somebody(house)).token })
}

/** What is wrong with a form, as offsets from now and as they are. */
function wrongFacts(now: number): Record<string, Facts> {
  return {
    startsInPast: { startsAt: now - 1 },
    endsBeforeStart: { endsAt: now + HOUR },
    lasts: { endsAt: now + 33 * DAY },
    tooFar: { startsAt: now + 367 * DAY, endsAt: now + 368 * DAY },
    signupClosesLate: { signupClosesAt: now + 3 * HOUR },
    signupClosesPast: { signupClosesAt: now },
    ...wrongLimits,
  }
}
const reliefPicture: Facts = { category: 'relief', poster: randomUUID(), posterAlt: '一枝银杏' }
export const plainLimits: Record<string, Facts> = {
  agesReversed: { minAge: 61, maxAge: 60 },
  accessibilityMissing: { category: 'disabled' },
  outOfCity: { gcj02: { lat: 31.2, lng: 121.5 } },
}
export const wrongLimits: Record<string, Facts> = { ...plainLimits, reliefPicture }
type Provoke = (house: TestHouse, facts: Facts) => Promise<{ status: number; problem: never }>
export const forWrong = (codes: Record<string, Facts>, provoke: unknown): Provocations[string] =>
  Object.fromEntries(
    Object.keys(codes).map((code) => [
      code,
      (house: TestHouse) =>
        (provoke as Provoke)(house, { ...wrongLimits, ...wrongFacts(house.clock.now) }[code]!),
    ]),
  )
const all = wrongFacts(0)
const { reliefPicture: _picture, ...plain } = all
const pictures = (provoke: (house: TestHouse, facts: Facts) => ReturnType<typeof propose>) => ({
  posterAltMissing: (house: TestHouse) => provoke(house, { poster: randomUUID() }),
  posterGone: (house: TestHouse) => provoke(house, { poster: randomUUID(), posterAlt: '一枝银杏' }),
})

export const lifeRefusals: Provocations = {
  'activities.postpone': {
    notPublished: async (house) => postpone(house, await post(house, { publish: false })),
    async cancelled(house) {
      const id = await post(house)
      await cancel(house, id)
      return postpone(house, id)
    },
    async postponed(house) {
      const id = await post(house)
      await postpone(house, id)
      return postpone(house, id)
    },
    async ended(house) {
      const id = await post(house)
      house.clock.now += 4 * HOUR
      return postpone(house, id)
    },
  },
  'activities.archive': {
    notOver: async (house) => archive(house, await post(house)),
    async archived(house) {
      const id = await post(house)
      house.clock.now += 4 * HOUR
      await archive(house, id)
      return archive(house, id)
    },
  },
  'activities.review': {
    ...forWrong(all, async (house: TestHouse, facts: Facts) => review(house, await handedIn(house, facts))),
    notInReview: async (house) => review(house, await post(house)),
    stale: async (house) => review(house, await handedIn(house), { version: 2 }),
    whyMissing: async (house) => review(house, await handedIn(house), { outcome: 'return' }),
  },
  'activities.propose': { ...forWrong(all, propose), ...pictures(propose) },
  'activities.editProposal': {
    ...forWrong(all, async (house: TestHouse, facts: Facts) => editMine(house, await mine(house), facts)),
    ...pictures(async (house, facts) => editMine(house, await mine(house), facts)),
    notADraft: async (house) => editMine(house, await handedIn(house)),
    stale: async (house) => editMine(house, await mine(house), {}, 2),
  },
  'activities.discardProposal': {
    async notADraft(house) {
      const id = await handedIn(house)
      return house.ask(discardProposal, { id }, { token: await speaker(house) })
    },
  },
  'activities.createSeries': {
    ...forWrong(plain, series),
    overlapsItself: (house) => series(house, { endsAt: house.clock.now + 9 * DAY }),
  },
  'activities.editFollowing': {
    ...forWrong(plain, async (house: TestHouse, facts: Facts) =>
      editAll(house, await inSeries(house), facts),
    ),
    reliefPicture: async (house) =>
      editAll(house, await inSeries(house, { poster: randomUUID(), posterAlt: '一枝银杏' }), {
        category: 'relief',
      }),
    async reasonMissing(house) {
      const id = await inSeries(house)
      await join(house, id)
      return editAll(house, id, { place: '三楼' })
    },
    stale: async (house) => editAll(house, await inSeries(house), {}, 2),
    notASeries: async (house) => editAll(house, await post(house)),
    async cancelled(house) {
      const id = await inSeries(house)
      await cancel(house, id)
      return editAll(house, id, {}, 2)
    },
    async ended(house) {
      const id = await inSeries(house)
      house.clock.now += 4 * HOUR
      return editAll(house, id)
    },
    async begun(house) {
      const id = await inSeries(house)
      house.clock.now += 2 * HOUR
      return editAll(house, id)
    },
    async capacityBelowConfirmed(house) {
      const id = await inSeries(house)
      await join(house, id)
      await join(house, id)
      return editAll(house, id, { capacity: 1 })
    },
  },
  'activities.cancelFollowing': {
    notASeries: async (house) => cancelAll(house, await post(house)),
    async nothingLeft(house) {
      const id = await inSeries(house)
      await cancel(house, id)
      return cancelAll(house, id)
    },
  },
}
