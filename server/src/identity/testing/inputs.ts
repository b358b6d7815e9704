import { revealField } from '@tmt/shared/identity/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { desc, eq } from 'drizzle-orm'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody } from '../../testing/somebody.ts'
import { reveals } from '../tables.ts'
import { forgetIdentity } from '../store.ts'
import { begin, consent, entry, register, workerOf } from './identity.ts'

/** A worker of 东安 looked at a number yesterday. */
export async function looked(house: TestHouse) {
  const worker = await workerOf(house)
  const { body } = await register(house, {}, worker)
  const asked = { id: body.personId, field: 'idNumber', reason: '核对窗口登记' } as const
  await house.ask(revealField, asked, { token: worker.token })
  const [row] = await house.store.read
    .select({ id: reveals.id })
    .from(reveals)
    .where(eq(reveals.actorId, worker.id))
    .orderBy(desc(reveals.at))
  return { id: row!.id, worker }
}

type Inputs = Record<string, () => Promise<object>>
export function identityInputs(house: TestHouse, who: Somebody): Inputs {
  return {
    'identity.mine': async () => ({}),
    'identity.start': async () => {
      await house.store.write((tx) => forgetIdentity(tx, who.id))
      await consent(house, who)
      // Each account may begin so many an hour.
      house.clock.now += DAY / 400
      return { provider: 'taizhouTong' }
    },
    'identity.finish': async () => {
      await house.store.write((tx) => forgetIdentity(tx, who.id))
      house.clock.now += DAY / 400
      const { body } = await begin(house, who)
      return { id: body.id }
    },
    'identity.record': async () => entry(),
    'identity.recorded': async () => ({ communityId: entry().communityId }),
    'identity.reveal': async () => {
      const { body } = await register(house)
      return { id: body.personId, field: 'idNumber', reason: '核对窗口登记' }
    },
    'identity.reveals': async () => ({}),
    'identity.review': async () => {
      const { id } = await looked(house)
      await house.store.write(async (tx) => {
        await tx
          .update(reveals)
          .set({ at: house.clock.now - DAY })
          .where(eq(reveals.id, id))
      })
      return { id, outcome: 'fine', note: '' }
    },
    'identity.myReveals': async () => ({}),
  }
}
