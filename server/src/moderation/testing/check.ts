import { eq } from 'drizzle-orm'
import { DONGAN } from '../../demo/city.ts'
import { post } from '../../activities/testing/activity.ts'
import { newId } from '../../platform/ids.ts'
import type { TestHouse } from '../../testing/house.ts'
import { somebody } from '../../testing/somebody.ts'
import { findCheck, insertCheck } from '../store.ts'
import { moderationChecks } from '../tables.ts'

type Put = Partial<typeof moderationChecks.$inferInsert>
/** A row about an activity's words as it might have come to stand, made without gateway or API. */
export async function putCheck(house: TestHouse, changes: Put = {}) {
  const { communityId = DONGAN, state = 'review', ...rest } = changes
  const { now } = house.clock
  const subjectId = rest.subjectId ?? (await post(house, { communityId }))
  const authorId = rest.authorId ?? (await somebody(house)).id
  const shown = rest.shown ?? state !== 'hidden'
  const waits = state === 'review' || (rest.appealedAt ?? null) !== null
  return house.store.write(async (tx) => {
    const base = { kind: 'activity', subjectId, part: 'text', communityId, authorId, official: true } as const
    const { id } = await insertCheck(
      tx,
      { ...base, excerpt: '剪纸课', content: newId(now), shown, state },
      now,
    )
    const waitsSince = rest.waitsSince ?? (waits ? now : null)
    await tx
      .update(moderationChecks)
      .set({ ...rest, waitsSince })
      .where(eq(moderationChecks.id, id))
    return (await findCheck(tx, id))!
  })
}
