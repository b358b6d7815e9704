import { uploadFile } from '@tmt/shared/files/contract.ts'
import { newId } from '../../platform/ids.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { somebody } from '../../testing/somebody.ts'
import { insertFile } from '../store.ts'
import { bomb, pictureBytes, program } from './pictures.ts'

async function send(house: TestHouse, file: Uint8Array<ArrayBuffer>) {
  const { token } = await somebody(house)
  return house.ask(uploadFile, { file }, { token })
}

export const fileRefusals: Provocations = {
  'files.upload': {
    notAPicture: (house) => send(house, program),
    tooManyPixels: async (house) => send(house, await bomb()),
    broken: async (house) => send(house, (await pictureBytes()).slice(0, 400)),
    async tooMany(house) {
      const { id, token } = await somebody(house)
      await house.store.write(async (tx) => {
        for (let i = 0; i < 200; i += 1)
          await insertFile(tx, {
            id: newId(),
            personId: id,
            hash: 'x',
            width: 1,
            height: 1,
            at: house.clock.now,
          })
      })
      return house.ask(uploadFile, { file: await pictureBytes() }, { token })
    },
    async storageUnavailable(house) {
      house.storage.state.down = true
      try {
        return await send(house, await pictureBytes())
      } finally {
        house.storage.state.down = false
      }
    },
  },
}
