import { expect, test } from 'vitest'
import { atShanghai, DAY, HOUR } from '../time.ts'
import { obstacleToDraft, obstacleToPublish } from './rules.ts'

const now = atShanghai(2026, 12, 1, 10)
const times = { startsAt: now + 2 * HOUR, endsAt: now + 4 * HOUR, signupClosesAt: now + HOUR }

test.each([
  [{}, null],
  [{ endsAt: times.startsAt }, 'endsBeforeStart'],
  [{ endsAt: times.startsAt - 1 }, 'endsBeforeStart'],
  [{ endsAt: times.startsAt + 30 * DAY }, null],
  [{ endsAt: times.startsAt + 30 * DAY + 1 }, 'lasts'],
  [{ signupClosesAt: times.startsAt }, null],
  [{ signupClosesAt: times.startsAt + 1 }, 'signupClosesLate'],
  // A draft may wait for its times to be set right.
  [{ startsAt: now - DAY, endsAt: now, signupClosesAt: now - DAY }, null],
])('a draft with %j: %s', (change, obstacle) => {
  expect(obstacleToDraft({ ...times, ...change })).toBe(obstacle)
})

test.each([
  [{}, null],
  [{ startsAt: now }, 'startsInPast'],
  [{ startsAt: now + 1, signupClosesAt: now + 1 }, null],
  [{ startsAt: now + 366 * DAY, endsAt: now + 366 * DAY + HOUR }, null],
  [{ startsAt: now + 366 * DAY + 1, endsAt: now + 367 * DAY }, 'tooFar'],
  [{ signupClosesAt: now }, 'signupClosesPast'],
  [{ signupClosesAt: now + 1 }, null],
  [{ endsAt: now + HOUR }, 'endsBeforeStart'],
  [{ signupClosesAt: now + 3 * HOUR }, 'signupClosesLate'],
  [{ endsAt: now + 31 * DAY }, 'lasts'],
])('published with %j: %s', (change, obstacle) => {
  expect(obstacleToPublish({ ...times, ...change }, now)).toBe(obstacle)
})
