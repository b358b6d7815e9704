import { addChild } from '@tmt/shared/activities/children-contract.ts'
import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { activities, signups } from '../tables.ts'
import { post } from './activity.ts'

/** What a guardian fills in; somebody of six in 2026. */
export const childFacts = (changes: object = {}) => ({
  name: '演示小朋友',
  born: '2020-03-05',
  relation: 'parent' as const,
  consent: true,
  dataConsent: true,
  ...changes,
})
/** A child of this person's; its id. */
export async function childOf(house: TestHouse, { token }: Somebody, born = '2020-03-05') {
  return (await house.ask(addChild, childFacts({ born }), { token })).body.id
}
/** Signs this person up for something new; the ids of both. */
export async function signedUp(
  house: TestHouse,
  { token }: Somebody,
  changes: Parameters<typeof post>[1] = {},
) {
  const id = await post(house, changes)
  const { body } = await house.ask(signUp, { id }, { token })
  return { id, signupId: body.id }
}
type Ids = { id: string; signupId: string }
/** Turns a place into another state, without the API. */
export async function turn(house: TestHouse, { id, signupId }: Ids, to: 'offered' | 'awaiting') {
  const until = house.clock.now + HOUR
  await house.store.write(async (tx) => {
    const offer = to === 'offered' && { offered: 1, offersUntil: until }
    await tx
      .update(activities)
      .set({ confirmed: 0, ...offer })
      .where(eq(activities.id, id))
    await tx
      .update(signups)
      .set({ status: to, ...(offer && { offerUntil: until }) })
      .where(eq(signups.id, signupId))
  })
  return { id, signupId }
}

/** For the endpoints of signing up, an input that succeeds for `who`. */
export function signupInputs(house: TestHouse, who: Somebody): Record<string, () => Promise<object>> {
  const own = () => signedUp(house, who)
  const others = async () => signedUp(house, await somebody(house))
  return {
    'activities.candidates': async () => ({ id: await post(house) }),
    'activities.withdraw': own,
    'activities.answerOffer': async () => ({ ...(await turn(house, await own(), 'offered')), accept: true }),
    'activities.children': async () => ({}),
    'activities.addChild': async () => childFacts(),
    'activities.removeChild': async () => ({ id: await childOf(house, who) }),
    'activities.admit': async () => turn(house, await others(), 'awaiting'),
    'activities.signupPhone': others,
  }
}
