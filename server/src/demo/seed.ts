import { insertActivity, cancel, countUpcomingDemo } from '../activities/store.ts'
import { confirm, releaseAll } from '../activities/signup-store.ts'
import { saveCounter } from '../divisions/store.ts'
import { insertFile } from '../files/store.ts'
import type { FileStorage } from '../gateways/storage/gateway.ts'
import { grantRole, personOfPhone } from '../people/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Store, Write } from '../platform/store.ts'
import { type Drawn, drawPoster, posterAlt } from './poster.ts'
import { activitiesFrom, counters, type DemoPerson, neighbours, people } from './city.ts'

export type DemoSignIn = Pick<DemoPerson, 'persona' | 'name' | 'phone' | 'role'>

/**
 * Fills an empty database with the demonstration city, and adds activities when all earlier ones are over.
 * Running it again changes nothing else, nor does a second process that starts at the same time.
 */
export async function seedDemo(
  store: Store,
  secrets: Secrets,
  now: number,
  storage?: FileStorage,
): Promise<DemoSignIn[]> {
  const empty = (await countUpcomingDemo(store.read, now)) === 0
  const drawn = storage && empty ? await drawPoster(storage, now) : undefined
  await store.write(async (tx) => {
    await store.lock(tx, 'demo')
    for (const { code, ...contact } of counters) await saveCounter(tx, code, { ...contact, demo: true })
    for (const { persona, name, phone, role, division, communityId } of people) {
      const person = await personOfPhone(tx, secrets, phone, now, { name, persona, communityId, demo: true })
      await grantRole(tx, { personId: person.id, role, division, until: null, demo: true }, now)
    }
    if ((await countUpcomingDemo(tx, now)) === 0) await seedActivities(tx, secrets, now, drawn)
  })
  return people.map(({ persona, name, phone, role }) => ({ persona, name, phone, role }))
}

async function seedActivities(tx: Write, secrets: Secrets, now: number, drawn?: Drawn) {
  const crowd: string[] = []
  for (const { name, phone } of neighbours)
    crowd.push((await personOfPhone(tx, secrets, phone, now, { name, demo: true })).id)
  const author = await personOfPhone(tx, secrets, people.find((p) => p.persona === 'worker')!.phone, now)
  for (const { signedUp, cancelReason, ...activity } of activitiesFrom(now)) {
    const poster = drawn && activity.category === 'child' ? drawn : undefined
    const shown = poster && { poster: poster.id, posterAlt }
    const id = await insertActivity(tx, { ...activity, ...shown, createdBy: author.id, demo: true }, now)
    if (poster)
      await insertFile(tx, {
        ...poster,
        personId: author.id,
        at: now,
        about: `activities/${id}`,
        public: true,
      })
    for (const person of crowd.slice(0, signedUp)) await confirm(tx, id, person, now)
    if (cancelReason) {
      await cancel(tx, id, cancelReason, now)
      await releaseAll(tx, id, now)
    }
  }
}
