import { randomUUID } from 'node:crypto'
import { rate } from '@tmt/shared/activities/after-contract.ts'
import { addPicture, removePicture } from '@tmt/shared/activities/after-staff-contract.ts'
import { checkInByCode, checkInHere } from '@tmt/shared/activities/checkin-contract.ts'
import { excuse, setCheckin, undoCheckin } from '@tmt/shared/activities/checkin-staff-contract.ts'
import type { CheckinMode } from '@tmt/shared/activities/checkin-rules.ts'
import { cancelActivity } from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { saveModes } from '../attendance-store.ts'
import { upload, putPicture } from './checkin-inputs.ts'
import { aWorker, begun, deskOf, placeOf, PLACE, wasThere } from './checkin.ts'

type Made = Awaited<ReturnType<typeof make>>
async function make(house: TestHouse, facts: Parameters<typeof begun>[1] = {}) {
  const who = await somebody(house)
  const id = await begun(house, { ...facts, who })
  return { id, who, worker: await aWorker(house), signupId: (await placeOf(house, id, who)).signupId }
}
const codeOf = async (house: TestHouse, { id, worker }: Pick<Made, 'id' | 'worker'>, digits = true) => {
  const [first] = (await deskOf(house, id, worker)).codes.items
  return digits ? first!.digits : first!.token
}
type Change = (house: TestHouse, made: Made) => Promise<unknown>
/** Both ways of checking in oneself, after something was changed. */
async function byCode(house: TestHouse, change: Change, facts: Parameters<typeof begun>[1] = {}) {
  const made = await make(house, facts)
  const code = await codeOf(house, made)
  await change(house, made)
  const { id, signupId, who } = made
  return house.ask(checkInByCode, { id, signupId, code }, { token: who.token })
}
async function here(house: TestHouse, change: Change, facts: Parameters<typeof begun>[1] = {}) {
  const made = await make(house, facts)
  await change(house, made)
  const { id, signupId, who } = made
  return house.ask(checkInHere, { id, signupId, position: PLACE }, { token: who.token })
}
const nothing: Change = async () => undefined
const callOff: Change = (house, { id, worker }) =>
  house.ask(cancelActivity, { id, reason: '有大雨' }, { token: worker.token })
const later =
  (ms: number): Change =>
  async (house) => {
    house.clock.now += ms
  }
const choose =
  (modes: CheckinMode[]): Change =>
  (house, { id, worker }) =>
    house.store.write((tx) => saveModes(tx, id, { modes, setBy: worker.id }, house.clock.now))
const windowOf = (send: typeof byCode, other: CheckinMode): Provocations[string] => ({
  // Its places fell with it: what is left to say is that there is none.
  notConfirmed: (house) => send(house, callOff),
  tooEarly: (house) => send(house, nothing, { minutes: -31 }),
  tooLate: (house) => send(house, later(2 * HOUR)),
  otherMode: (house) => send(house, choose([other])),
})
async function stillCancelled(house: TestHouse) {
  const { id, worker } = await make(house)
  await callOff(house, { id, worker } as Made)
  return { id, worker }
}
const choosing = (house: TestHouse, { id, worker }: Pick<Made, 'id' | 'worker'>) =>
  house.ask(setCheckin, { id, modes: ['geo'] }, { token: worker.token })
async function rating(house: TestHouse, came: boolean, ms: number) {
  const { id, who } = await make(house)
  if (came) await wasThere(house, id, who)
  house.clock.now += ms
  return house.ask(rate, { id, rating: 'good' }, { token: who.token })
}
async function showing(house: TestHouse, facts: Parameters<typeof begun>[1], change: Change = nothing) {
  const made = await make(house, facts)
  const file = await upload(house, made.worker)
  await change(house, made)
  const input = { id: made.id, file, alt: '剪纸', agreed: true, guardiansAgreed: false } as const
  return house.ask(addPicture, input, { token: made.worker.token })
}

export const checkinRefusals: Provocations = {
  'activities.checkInByCode': {
    ...windowOf(byCode, 'hand'),
    async wrongCode(house) {
      const { id, signupId, who, worker } = await make(house)
      const code = String((Number(await codeOf(house, { id, worker })) + 1) % 1_000_000).padStart(6, '0')
      return house.ask(checkInByCode, { id, signupId, code }, { token: who.token })
    },
    expiredCode: (house) => byCode(house, later(MINUTE)),
    async otherActivity(house) {
      const { id, signupId, who, worker } = await make(house)
      const code = await codeOf(house, { id: await begun(house), worker }, false)
      return house.ask(checkInByCode, { id, signupId, code }, { token: who.token })
    },
    async tooManyTries(house) {
      const { id, signupId, who, worker } = await make(house)
      const code = await codeOf(house, { id: await begun(house), worker }, false)
      const send = () => house.ask(checkInByCode, { id, signupId, code }, { token: who.token })
      for (let i = 0; i < 10; i += 1) await send()
      return send()
    },
  },
  'activities.checkInHere': {
    ...windowOf(here, 'code'),
    async notNear(house) {
      const { id, signupId, who } = await make(house)
      const position = { ...PLACE, lat: PLACE.lat + 0.002 }
      return house.ask(checkInHere, { id, signupId, position }, { token: who.token })
    },
    noPlace: (house) => here(house, nothing, { gcj02: undefined }),
  },
  'activities.setCheckin': {
    cancelled: async (house) => choosing(house, await stillCancelled(house)),
    async ended(house) {
      const made = await make(house)
      house.clock.now += 2 * HOUR
      return choosing(house, made)
    },
    noPlace: async (house) => choosing(house, await make(house, { gcj02: undefined })),
  },
  'activities.undoCheckin': {
    async notCheckedIn(house) {
      const { id, signupId, worker } = await make(house)
      return house.ask(undoCheckin, { id, signupId, reason: '签错了' }, { token: worker.token })
    },
  },
  'activities.excuse': {
    async came(house) {
      const { id, who, worker } = await make(house)
      const signupId = await wasThere(house, id, who)
      return house.ask(excuse, { id, signupId, reason: '住院了' }, { token: worker.token })
    },
  },
  'activities.rate': {
    notOver: (house) => rating(house, true, 0),
    notThere: (house) => rating(house, false, 2 * HOUR),
    rateClosed: (house) => rating(house, true, 2 * HOUR + 7 * DAY),
  },
  'activities.addPicture': {
    reliefPictures: (house) => showing(house, { category: 'relief' }),
    notBegun: (house) => showing(house, { minutes: -1 }),
    guardiansMissing: (house) => showing(house, { category: 'child' }),
    tooMany: (house) =>
      showing(house, {}, async (_house, { id }) => {
        for (let i = 0; i < 9; i += 1) await putPicture(house, id)
      }),
    async pictureGone(house) {
      const { id, worker } = await make(house)
      const input = { id, file: randomUUID(), alt: '剪纸', agreed: true, guardiansAgreed: false } as const
      return house.ask(addPicture, input, { token: worker.token })
    },
  },
  'activities.removePicture': {
    async notThere(house) {
      const { id, worker } = await make(house)
      return house.ask(removePicture, { id, file: randomUUID() }, { token: worker.token })
    },
  },
}
