import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { NOW, SIGNERS } from './sizes.ts'

/** One activity for each round, whose people all come to the same door. */
export const DOORS = 8
export const AT_DOOR = 500
/** So many hold a phone at it: the limit of requests a person holds here too. */
export const WORKERS = 50

type Insert = (...values: (string | number | null)[]) => void
type Parts = { activity: Insert; signup: Insert; grant: Insert }
type Ids = { resident: (n: number) => string; other: (n: number) => string }

/** Activities that have just begun, full of people whom nobody has checked in yet. */
export function fillDoors({ activity, signup, grant }: Parts, { resident, other }: Ids, community: string) {
  // The first resident works there already (fill-people.ts).
  for (let w = 1; w < WORKERS; w += 1) grant(other(w), resident(w), 'worker', community, NOW - DAY, 1)
  for (let d = 0; d < DOORS; d += 1) {
    const id = other(1000 + d)
    const startsAt = NOW - 5 * MINUTE
    const made = NOW - 2 * DAY
    activity(
      id,
      community,
      parentOf(community),
      `签到压测第${d + 1}场`,
      'culture',
      '压测数据，不是真实活动。',
      '文化广场',
      startsAt,
      startsAt + 3 * HOUR,
      startsAt,
      AT_DOOR,
      AT_DOOR,
      'none',
      '',
      'published',
      resident(0),
      made,
      made,
      made,
      1,
    )
    for (let s = 0; s < AT_DOOR; s += 1) {
      const n = d * AT_DOOR + s
      const who = resident(SIGNERS + n)
      signup(other(10_000 + n), id, who, who, who, 'confirmed', made, made)
    }
  }
}
