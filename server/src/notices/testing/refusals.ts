import { type NoticeFacts } from '@tmt/shared/notices/contract.ts'
import {
  correctNotice,
  createNotice,
  discardNotice,
  editNotice,
  publishNotice,
  withdrawNotice,
} from '@tmt/shared/notices/staff-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { DONGAN, HUAYUAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations, Refused } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { factsFrom, postNotice } from './notice.ts'

const committee = async (house: TestHouse) => {
  const { token } = await somebody(house, [{ role: 'committee', division: DONGAN }])
  return { token }
}
type Change = Partial<NoticeFacts>
async function create(house: TestHouse, changes: Change) {
  const input = { division: DONGAN, ...factsFrom(house.clock.now, changes), publish: true }
  return house.ask(createNotice, input, await committee(house))
}
async function edit(house: TestHouse, id: string, changes: Change = {}, version = 1) {
  const input = { id, version, ...factsFrom(house.clock.now, changes) }
  return house.ask(editNotice, input, await committee(house))
}
const publish = async (house: TestHouse, id: string, version = 1) =>
  house.ask(publishNotice, { id, version }, await committee(house))
async function correct(house: TestHouse, id: string, changes: Change = { title: '改过' }, version = 1) {
  const input = { id, version, note: '改时间', ...factsFrom(house.clock.now, changes) }
  return house.ask(correctNotice, input, await committee(house))
}
const withdraw = async (house: TestHouse, id: string, reason = '不停水了') =>
  house.ask(withdrawNotice, { id, reason }, await committee(house))
async function withdrawn(house: TestHouse) {
  const id = await postNotice(house)
  await withdraw(house, id)
  return id
}

const open = { startsAt: undefined, endsAt: undefined }
/** What is refused wherever facts are kept, and what wherever they are made public. */
const outOfOrder: Record<string, (now: number) => Change> = {
  endsBeforeStart: (now) => ({ endsAt: now + HOUR }),
  expiresEarly: (now) => ({ validUntil: now + 4 * HOUR }),
  agesOutOfOrder: () => ({ ageFrom: 80, ageTo: 60 }),
  // A grid of the next community.
  wrongPlace: () => ({ places: [`${HUAYUAN}-001`] }),
}
const notForAll: Record<string, (now: number) => Change> = {
  ...outOfOrder,
  alreadyOver: (now) => ({ ...open, validUntil: now }),
  tooLong: (now) => ({ validUntil: now + 1100 * DAY }),
  urgentTooLong: (now) => ({ urgent: true, validUntil: now + 15 * DAY }),
  privateNumber: () => ({ body: '有事打 19900000003。' }),
}
const each = (
  changes: typeof notForAll,
  provoke: (house: TestHouse, change: Change) => Promise<Refused>,
): Provocations[string] =>
  Object.fromEntries(
    Object.entries(changes).map(([code, change]) => [
      code,
      (house: TestHouse) => provoke(house, change(house.clock.now)),
    ]),
  )

export const noticeRefusals: Provocations = {
  'notices.create': each(notForAll, create),
  'notices.edit': {
    ...each(outOfOrder, async (house, change) =>
      edit(house, await postNotice(house, { publish: false }), change),
    ),
    stale: async (house) => edit(house, await postNotice(house, { publish: false }), {}, 2),
    notADraft: async (house) => edit(house, await postNotice(house)),
  },
  'notices.publish': {
    // What is out of order is refused to a draft already: such a draft is put there without the API.
    ...each(notForAll, async (house, change) =>
      publish(house, await postNotice(house, { publish: false, ...change })),
    ),
    stale: async (house) => publish(house, await postNotice(house, { publish: false }), 2),
    notADraft: async (house) => publish(house, await postNotice(house)),
  },
  'notices.correct': {
    ...each(notForAll, async (house, change) => correct(house, await postNotice(house), change)),
    stale: async (house) => correct(house, await postNotice(house), {}, 2),
    notPublished: async (house) => correct(house, await postNotice(house, { publish: false })),
    withdrawn: async (house) => correct(house, await withdrawn(house), {}, 2),
    async expired(house) {
      const id = await postNotice(house)
      house.clock.now += DAY
      return correct(house, id)
    },
    nothingChanged: async (house) => correct(house, await postNotice(house), {}),
  },
  'notices.withdraw': {
    notPublished: async (house) => withdraw(house, await postNotice(house, { publish: false })),
    withdrawn: async (house) => withdraw(house, await withdrawn(house)),
    privateNumber: async (house) => withdraw(house, await postNotice(house), '问 19900000003'),
  },
  'notices.discard': {
    notADraft: async (house) =>
      house.ask(discardNotice, { id: await postNotice(house) }, await committee(house)),
  },
}
