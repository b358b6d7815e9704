import { HOUR } from '@tmt/shared/time.ts'
import { markAllRead } from '../messages/store.ts'
import { tellPerson } from '../messages/tell.ts'
import type { Write } from '../platform/store.ts'

type Held = { id: string; title: string; startsAt: number; endsAt: number; place: string }
type News = { personId: string; wasPlace?: string }

/** What one of the demonstration's people has been told of an activity, so that their inbox shows something. */
export async function tellNews(
  tx: Write,
  { id, title, startsAt, endsAt, place, cancelReason }: Held & { cancelReason: string | undefined },
  { personId, wasPlace }: News,
  now: number,
) {
  const about = { kind: 'activity', id } as const
  const held = { title, startsAt, endsAt, place }
  const signedUp = {
    template: 'activitySignedUp',
    params: { ...held, place: wasPlace ?? place },
    about,
  } as const
  const before = now - 20 * HOUR
  await tellPerson(tx, personId, { ...signedUp, key: `demo.signedUp/${id}` }, before)
  await markAllRead(tx, personId, before, before)
  if (wasPlace) {
    const params = { ...held, wasStartsAt: startsAt, wasEndsAt: endsAt, wasPlace, reason: '凉亭在修' }
    await tellPerson(
      tx,
      personId,
      { template: 'activityChanged', params, about, key: `demo.changed/${id}` },
      now - HOUR,
    )
  }
  if (cancelReason) {
    const params = { ...held, reason: cancelReason }
    await tellPerson(
      tx,
      personId,
      { template: 'activityCancelled', params, about, key: `demo.cancelled/${id}` },
      now - HOUR,
    )
  }
}
