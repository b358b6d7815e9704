import { cancelSignup } from '@tmt/shared/activities/signup-contract.ts'
import { undoByCode, undoHelpedAct } from '@tmt/shared/helping/contract.ts'
import { endAtCounter, findHelped, undoAtCounter } from '@tmt/shared/helping/counter-contract.ts'
import { undoCode } from '@tmt/shared/helping/rules.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { workerOf } from '../../identity/testing/identity.ts'
import { insertRelative } from '../../people/relatives-store.ts'
import type { TestHouse } from '../../testing/house.ts'
import type { Provocations } from '../../testing/refusals.ts'
import { newPhone, type Somebody, somebody } from '../../testing/somebody.ts'
import { codeOfAct, declaredWorker, helpOf, neighbour, signedUpFor } from './help.ts'

export const reason = '本人来窗口要求'
export const endThere = (house: TestHouse, id: string, { token }: Somebody) =>
  house.ask(endAtCounter, { communityId: DONGAN, id, reason }, { token })
export const undoThere = (house: TestHouse, id: string, { token }: Somebody) =>
  house.ask(undoAtCounter, { communityId: DONGAN, id, reason }, { token })

type Do = (house: TestHouse, helper: Somebody, person: Somebody, worker: Somebody) => Promise<Answer>
type Answer = Awaited<ReturnType<typeof endThere>>
const ending: Do = async (house, helper, person, worker) =>
  endThere(house, await helpOf(house, helper, person), worker)
const undoing: Do = async (house, helper, person, worker) =>
  undoThere(house, (await signedUpFor(house, person, helper)).act, worker)

const conflicts = (run: Do) => ({
  async ownCase(house: TestHouse) {
    const worker = await declaredWorker(house)
    return run(house, worker, await neighbour(house), worker)
  },
  async relative(house: TestHouse) {
    const [worker, person] = [await declaredWorker(house), await neighbour(house)]
    const relative = { personId: worker.id, relation: 'parent', phone: person.phone } as const
    await house.store.write((tx) => insertRelative(tx, house.secrets, relative, house.clock.now))
    return run(house, await somebody(house), person, worker)
  },
  declareFirst: async (house: TestHouse) =>
    run(house, await somebody(house), await neighbour(house), await workerOf(house)),
})

/** With the code of an act, after something became of the act or of the code. */
const withCode =
  (before: (house: TestHouse, made: Awaited<ReturnType<typeof codeOfAct>>, person: Somebody) => unknown) =>
  async (house: TestHouse) => {
    house.clock.now += DAY
    const person = await somebody(house)
    const made = await codeOfAct(house, person)
    await before(house, made, person)
    return house.ask(undoByCode, { code: made.code, phoneTail: made.phoneTail })
  }
const otherTail = (tail: string) => (tail === '0000' ? '0001' : '0000')

export const helpingCounterRefusals: Provocations = {
  'helping.undoByCode': {
    async noMatch(house) {
      house.clock.now += DAY
      const { code, phoneTail } = await codeOfAct(house, await somebody(house))
      return house.ask(undoByCode, { code, phoneTail: otherTail(phoneTail) })
    },
    tooManyTries: withCode(async (house, { code, phoneTail }) => {
      for (let i = 0; i < undoCode.tries; i += 1)
        await house.ask(undoByCode, { code, phoneTail: otherTail(phoneTail) })
    }),
    codeExpired: withCode((house) => {
      house.clock.now += undoCode.hours * HOUR
    }),
    undone: withCode((house, { act }, { token }) => house.ask(undoHelpedAct, { id: act }, { token })),
    tooLate: withCode((house, { activityId }, { token }) =>
      house.ask(cancelSignup, { id: activityId }, { token }),
    ),
  },
  'helping.find': {
    async notHere(house) {
      const { token } = await workerOf(house)
      return house.ask(findHelped, { communityId: DONGAN, phone: newPhone() }, { token })
    },
  },
  'helping.endAtCounter': {
    ...conflicts(ending),
    async ended(house) {
      const worker = await declaredWorker(house)
      const id = await helpOf(house, await somebody(house), await neighbour(house))
      await endThere(house, id, worker)
      return endThere(house, id, worker)
    },
  },
  'helping.undoAtCounter': {
    ...conflicts(undoing),
    async undone(house) {
      const worker = await declaredWorker(house)
      const { act } = await signedUpFor(house, await neighbour(house))
      await undoThere(house, act, worker)
      return undoThere(house, act, worker)
    },
    async tooLate(house) {
      const person = await neighbour(house)
      const { act, activityId } = await signedUpFor(house, person)
      await house.ask(cancelSignup, { id: activityId }, { token: person.token })
      return undoThere(house, act, await declaredWorker(house))
    },
  },
}
