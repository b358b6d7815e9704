import { randomUUID } from 'node:crypto'
import { type ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import {
  cancelActivity,
  createActivity,
  discardDraft,
  editActivity,
  publishActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { factsFrom, ORGANIZATION, post } from './activity.ts'
import { forWrong, lifeRefusals, wrongLimits } from './life-refusals.ts'
import { signupRefusals } from './signup-refusals.ts'

const worker = (house: TestHouse) => somebody(house, [{ role: 'worker', division: DONGAN }])
const joining = async (house: TestHouse, id: string) =>
  house.ask(signUp, { id }, { token: (await somebody(house)).token })

async function create(house: TestHouse, changes: Partial<ActivityFacts>) {
  const input = { communityId: DONGAN, ...factsFrom(house.clock.now, changes), publish: true }
  return house.ask(createActivity, input, { token: (await worker(house)).token })
}
async function edit(house: TestHouse, id: string, changes: Partial<ActivityFacts> = {}, version = 1) {
  const input = { id, version, ...factsFrom(house.clock.now, changes) }
  return house.ask(editActivity, input, { token: (await worker(house)).token })
}
async function publish(house: TestHouse, id: string, version = 1) {
  return house.ask(publishActivity, { id, version }, { token: (await worker(house)).token })
}
async function cancel(house: TestHouse, id: string) {
  return house.ask(cancelActivity, { id, reason: '有大雨' }, { token: (await worker(house)).token })
}
async function cancelled(house: TestHouse) {
  const id = await post(house)
  await cancel(house, id)
  return id
}

const inReview = (house: TestHouse) =>
  post(house, { publish: false, host: ORGANIZATION, reviewDueAt: house.clock.now + HOUR })

/** Times that are refused wherever something is let out, as offsets from now. */
const wrongTimes: Record<string, Partial<ActivityFacts>> = {
  startsInPast: { startsAt: -1 },
  endsBeforeStart: { endsAt: HOUR },
  lasts: { endsAt: 33 * DAY },
  tooFar: { startsAt: 367 * DAY, endsAt: 368 * DAY },
  signupClosesLate: { signupClosesAt: 3 * HOUR },
  signupClosesPast: { signupClosesAt: 0 },
}
const timesFrom = (now: number, code: string): Partial<ActivityFacts> =>
  Object.fromEntries(Object.entries(wrongTimes[code]!).map(([key, offset]) => [key, now + Number(offset)]))
const forWrongTimes = (
  provoke: (house: TestHouse, times: Partial<ActivityFacts>) => ReturnType<typeof create>,
): Provocations[string] =>
  Object.fromEntries(
    Object.keys(wrongTimes).map((code) => [
      code,
      (house: TestHouse) => provoke(house, timesFrom(house.clock.now, code)),
    ]),
  )

export const activityRefusals: Provocations = {
  ...signupRefusals,
  ...lifeRefusals,
  'activities.create': {
    ...forWrongTimes(create),
    ...forWrong(wrongLimits, create),
    posterAltMissing: (house) => create(house, { poster: randomUUID() }),
    posterGone: (house) => create(house, { poster: randomUUID(), posterAlt: '一枝银杏' }),
  },
  'activities.edit': {
    ...forWrongTimes(async (house, times) => edit(house, await post(house), times)),
    ...forWrong(wrongLimits, async (house: TestHouse, facts: Partial<ActivityFacts>) =>
      edit(house, await post(house), facts),
    ),
    async reasonMissing(house) {
      const id = await post(house)
      await joining(house, id)
      return edit(house, id, { place: '三楼' })
    },
    inReview: async (house) => edit(house, await inReview(house)),
    posterAltMissing: async (house) => edit(house, await post(house), { poster: randomUUID() }),
    posterGone: async (house) =>
      edit(house, await post(house), { poster: randomUUID(), posterAlt: '一枝银杏' }),
    stale: async (house) => edit(house, await post(house), {}, 2),
    cancelled: async (house) => edit(house, await cancelled(house), {}, 2),
    async ended(house) {
      const id = await post(house)
      house.clock.now += 4 * HOUR
      return edit(house, id)
    },
    async capacityBelowConfirmed(house) {
      const id = await post(house, { capacity: 2 })
      await joining(house, id)
      await joining(house, id)
      return edit(house, id, { capacity: 1 })
    },
    async endsInPast(house) {
      const id = await post(house)
      const startsAt = house.clock.now + 2 * HOUR
      house.clock.now = startsAt + HOUR
      return edit(house, id, { startsAt, signupClosesAt: startsAt, endsAt: startsAt + 1 })
    },
  },
  'activities.publish': {
    // What is out of order is refused to a draft already: such a draft is put there without the API.
    ...forWrongTimes(async (house, times) => publish(house, await post(house, { publish: false, ...times }))),
    ...forWrong(wrongLimits, async (house: TestHouse, facts: Partial<ActivityFacts>) =>
      publish(house, await post(house, { publish: false, ...facts })),
    ),
    inReview: async (house) => publish(house, await inReview(house)),
    stale: async (house) => publish(house, await post(house, { publish: false }), 2),
    notADraft: async (house) => publish(house, await post(house)),
  },
  'activities.cancel': {
    notPublished: async (house) => cancel(house, await post(house, { publish: false })),
    async cancelled(house) {
      const id = await post(house)
      await cancel(house, id)
      return cancel(house, id)
    },
    async ended(house) {
      const id = await post(house)
      house.clock.now += 4 * HOUR
      return cancel(house, id)
    },
  },
  'activities.discard': {
    async notADraft(house) {
      return house.ask(discardDraft, { id: await post(house) }, { token: (await worker(house)).token })
    },
  },
}
