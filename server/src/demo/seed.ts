import { insertActivity, cancel, countUpcomingDemo } from '../activities/store.ts'
import { releaseAll } from '../activities/queue-store.ts'
import { confirm } from '../activities/signup-store.ts'
import { saveCounter } from '../divisions/store.ts'
import { saveConsent } from '../people/consent-store.ts'
import { insertFile } from '../files/store.ts'
import type { FileStorage } from '../gateways/storage/gateway.ts'
import { countCards, insertOrganization } from '../organizations/store.ts'
import { grantRole, personOfPhone } from '../people/store.ts'
import { countListedDemo } from '../notices/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Store, Write } from '../platform/store.ts'
import { activitiesFrom, counters, newsOf } from './city.ts'
import { type DemoPerson, neighbours, people } from './people.ts'
import { tellNews } from './news.ts'
import { seedNotices } from './seed-notices.ts'
import { seedResidency } from './seed-residency.ts'
import { type Made, seedHelping } from './helping.ts'
import { seedVerified } from './verified.ts'
import { seedModeration } from './moderation.ts'
import { type Drawn, drawPoster, posterAlt } from './poster.ts'
import { seedWaiting } from './waiting.ts'
import { demoOrganizations } from './organizations.ts'

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
    for (const { persona, name, phone, role, division, communityId, place = null } of people) {
      const person = await personOfPhone(tx, secrets, phone, now, { name, persona, communityId, demo: true })
      await grantRole(tx, { personId: person.id, role, division, place, until: null, demo: true }, now)
      await saveConsent(tx, { personId: person.id, purpose: 'account', channel: 'signIn' }, now)
    }
    await seedOrganizations(tx, now)
    await seedResidency(tx, secrets, now)
    await seedVerified(tx, secrets, now)
    if ((await countUpcomingDemo(tx, now)) === 0) {
      const made = await seedActivities(tx, secrets, now, drawn)
      await seedHelping(tx, secrets, made, now)
    }
    if ((await countListedDemo(tx, now)) === 0) await seedNotices(tx, secrets, now)
  })
  return people.map(({ persona, name, phone, role }) => ({ persona, name, phone, role }))
}

const phoneOf = (persona: string) => people.find((person) => person.persona === persona)!.phone

/** Once: what was changed or taken away since stays so. */
async function seedOrganizations(tx: Write, now: number) {
  for (const communityId of new Set(demoOrganizations.map((card) => card.communityId))) {
    if ((await countCards(tx, communityId)) > 0) continue
    for (const card of demoOrganizations.filter((one) => one.communityId === communityId))
      await insertOrganization(tx, { ...card, demo: true }, now)
  }
}

async function seedActivities(tx: Write, secrets: Secrets, now: number, drawn?: Drawn) {
  const crowd: string[] = []
  for (const { name, phone } of neighbours)
    crowd.push((await personOfPhone(tx, secrets, phone, now, { name, demo: true })).id)
  const author = await personOfPhone(tx, secrets, phoneOf('worker'), now)
  const made: Made[] = []
  for (const { signedUp, cancelReason, waiting, ...activity } of activitiesFrom(now)) {
    const poster = drawn && activity.category === 'child' ? drawn : undefined
    const shown = poster && { poster: poster.id, posterAlt }
    const id = await insertActivity(tx, { ...activity, ...shown, createdBy: author.id, demo: true }, now)
    made.push({ id, title: activity.title })
    if (poster)
      await insertFile(tx, {
        ...poster,
        personId: author.id,
        at: now,
        about: `activities/${id}`,
        public: true,
      })
    await seedModeration(tx, activity, { id, authorId: author.id, poster: poster?.id ?? null }, crowd, now)
    for (const person of crowd.slice(0, signedUp)) await confirm(tx, id, person, now)
    const news = newsOf.get(activity.title)
    const told = news && (await personOfPhone(tx, secrets, phoneOf(news.persona), now)).id
    if (told) await confirm(tx, id, told, now)
    if (waiting) {
      const first = (await personOfPhone(tx, secrets, phoneOf(waiting.offeredTo), now)).id
      const waits = [first, ...crowd.slice(signedUp, signedUp + waiting.behind)]
      await seedWaiting(tx, id, { leaves: crowd[0]!, waits }, now)
    }
    if (cancelReason) {
      await cancel(tx, id, cancelReason, now)
      await releaseAll(tx, id, now)
    }
    if (told) await tellNews(tx, { ...activity, id, cancelReason }, { ...news, personId: told }, now)
  }
  return made
}
