import { uploadFile } from '@tmt/shared/files/contract.ts'
import { randomUUID } from 'node:crypto'
import { HOUR } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { pictureBytes } from '../../files/testing/pictures.ts'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { insertPicture } from '../after-store.ts'
import { aWorker, begun, deskOf, placeOf, PLACE, wasThere } from './checkin.ts'

export async function upload(house: TestHouse, { token }: Somebody) {
  const sent = await house.ask(uploadFile, { file: await pictureBytes() }, { token })
  return sent.body.id
}
export async function putPicture(house: TestHouse, activityId: string) {
  const worker = await aWorker(house)
  const file = await upload(house, worker)
  const picture = { file, activityId, alt: '合影', agreedBy: worker.id, guardiansAgreed: false }
  await house.store.write((tx) => insertPicture(tx, picture, house.clock.now))
  return file
}
/** For each contract of check-in and after, an input that succeeds for `who` when who may. */
export function checkinInputs(house: TestHouse, who: Somebody): Record<string, () => Promise<object>> {
  const mine = async () => {
    const id = await begun(house, { who })
    return { id, signupId: (await placeOf(house, id, who)).signupId }
  }
  const theirs = async () => {
    const guest = await somebody(house)
    const id = await begun(house, { who: guest })
    return { id, guest, signupId: (await placeOf(house, id, guest)).signupId }
  }
  return {
    'activities.myCheckin': async () => ({ id: (await mine()).id }),
    'activities.checkInByCode': async () => {
      const input = await mine()
      const { codes } = await deskOf(house, input.id, await aWorker(house))
      return { ...input, code: codes.items[0]!.digits }
    },
    'activities.checkInHere': async () => ({ ...(await mine()), position: PLACE }),
    'activities.checkinDesk': async () => ({ id: await begun(house) }),
    'activities.setCheckin': async () => ({ id: await begun(house), modes: ['hand'] }),
    'activities.checkinRoster': async () => ({ id: await begun(house) }),
    'activities.recordCheckins': async () => {
      const { id, signupId } = await theirs()
      return { id, entries: [{ id: randomUUID(), how: 'hand', signupId, at: house.clock.now }] }
    },
    'activities.undoCheckin': async () => {
      const { id, signupId, guest } = await theirs()
      await wasThere(house, id, guest)
      return { id, signupId, reason: '签错了人' }
    },
    'activities.excuse': async () => {
      const { id, signupId } = await theirs()
      return { id, signupId, reason: '住院了' }
    },
    'activities.myAfter': async () => ({ id: (await mine()).id }),
    'activities.rate': async () => {
      const { id } = await mine()
      await wasThere(house, id, who)
      house.clock.now += 2 * HOUR
      return { id, rating: 'good' }
    },
    'activities.myStanding': async () => ({}),
    'activities.pictures': async () => ({ id: await begun(house) }),
    'activities.after': async () => ({ id: await begun(house) }),
    'activities.addPicture': async () => ({
      id: await begun(house),
      file: await upload(house, who),
      alt: '大家在剪纸',
      agreed: true,
      guardiansAgreed: false,
    }),
    'activities.removePicture': async () => {
      const id = await begun(house)
      return { id, file: await putPicture(house, id) }
    },
    'activities.figures': async () => ({ code: DONGAN, year: '2026' }),
  }
}
