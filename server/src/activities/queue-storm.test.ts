import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { answerOffer, cancelSignup, mySignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { editActivity } from '@tmt/shared/activities/staff-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { activityJobs } from './jobs.ts'
import { countsOf, factsFrom, post } from './testing/activity.ts'

let house: TestHouse
let worker: Somebody
let people: Somebody[]
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
  people = await crowd(house, 7)
})
afterAll(() => house.close())

const leave = (id: string, { token }: Somebody) => house.ask(cancelSignup, { id }, { token })
const mine = async (id: string, { token }: Somebody) =>
  (await house.ask(mySignup, { id }, { token })).body.signup
const answer = async (id: string, who: Somebody, accept: boolean) =>
  house.ask(answerOffer, { id, signupId: (await mine(id, who))!.id, accept }, { token: who.token })
/** Starts so long after now; sign-up closes at the start. */
const inTime = (by: number, more: object = {}) => {
  const startsAt = house.clock.now + by
  const times = { startsAt, endsAt: startsAt + HOUR, signupClosesAt: startsAt }
  return { ...times, capacity: 2, waitlistCapacity: 10, ...more }
}
type Kind = keyof ReturnType<typeof activityJobs>['handlers']
const run = (kind: Kind, data = {}) => {
  const { handlers } = activityJobs({
    store: house.store,
    ownUnit: house.ownUnit,
    now: () => house.clock.now,
  })
  return handlers[kind].run({ id: 'test', kind, data, tries: 1 })
}
const sweep = () => run('activities.sweepOffers')
const resize = (id: string, version: number, facts: object) =>
  house.ask(editActivity, { id, version, ...factsFrom(house.clock.now, facts) }, { token: worker.token })

test('after any sequence of coming, going, answering, resizing and time, no place is given twice and the counters are the rows', async () => {
  const few = people.slice(0, 7)
  const who = fc.nat(6)
  const act = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('join' as const), who }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'decline' as const), who }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('resize' as const), who: fc.integer({ min: 1, max: 4 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), who: fc.integer({ min: 1, max: 9 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('sweep' as const), who }) },
  )
  const waves = fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(3, 20, 40),
      waves,
      async (capacity, hours, all) => {
        house.clock.now += 2 * MINUTE
        const facts = inTime(hours * HOUR, { capacity, waitlistCapacity: 4 })
        const id = await post(house, facts)
        for (const wave of all) {
          const { version } = (await house.ask(getActivity, { id })).body
          const replies = await Promise.all(
            wave.map(async (one): Promise<{ status: number } | undefined> => {
              if (one.kind === 'join') return house.ask(signUp, { id }, { token: few[one.who]!.token })
              if (one.kind === 'leave') return leave(id, few[one.who]!)
              if (one.kind === 'resize') return resize(id, version, { ...facts, capacity: one.who })
              if (one.kind === 'wait') house.clock.now += one.who * 20 * MINUTE
              if (one.kind === 'sweep') await sweep()
              if (one.kind === 'wait' || one.kind === 'sweep') return undefined
              return (await mine(id, few[one.who]!))
                ? answer(id, few[one.who]!, one.kind === 'accept')
                : undefined
            }),
          )
          expect(replies.filter((reply) => reply !== undefined && reply.status >= 500)).toEqual([])
          const { rows, ...now } = await countsOf(house, id)
          expect([now.confirmed, now.offered, now.waiting]).toEqual([
            rows.confirmed,
            rows.offered,
            rows.waitlisted,
          ])
          expect(now.confirmed + now.offered).toBeLessThanOrEqual(now.capacity)
          expect(now.waiting).toBeLessThanOrEqual(4)
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)
