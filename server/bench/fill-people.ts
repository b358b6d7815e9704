import { randomBytes } from 'node:crypto'
import type Database from 'better-sqlite3'
import { placeCode } from '@tmt/shared/divisions/place-rules.ts'
import { CITY } from '@tmt/shared/divisions/rules.ts'
import { DAY, HOUR, MINUTE, startOfDay } from '@tmt/shared/time.ts'
import { Secrets } from '../src/platform/secrets.ts'
import { CITY_STAFF, KEY, NOW, OPEN_AT_ONCE, SESSION_EVERY, SIGNERS, type Size, waitingIn } from './sizes.ts'

type Insert = (...values: (string | number | null)[]) => void
type Filling = {
  inserter: (raw: Database.Database, table: string, columns: string) => Insert
  idOf: (at: number, n: number) => string
  residentId: (i: number, residents: number) => string
}

/**
 * The staff, who are the first resident of each community, and homes that wait to be verified: so many in the first
 * community that its clerk has a full day before them, and one after the other in the following ones.
 */
export function fillPeople(raw: Database.Database, size: Size, communities: string[], filling: Filling) {
  const { inserter, idOf, residentId } = filling
  const grant = inserter(raw, 'role_grants', 'id, person_id, role, division, granted_at, demo')
  const declared = inserter(raw, 'relative_declarations', 'person_id, at')
  const place = inserter(raw, 'places', 'code, community_id, kind, name, name_key, grid_code, demo')
  const home = inserter(
    raw,
    'residencies',
    `id, person_id, community_id, place_code, door_sealed, door_index, owning, kind, since, evidence, status,
     submitted_at, due_at, created_at, changed_at, demo`,
  )
  const personOf = (i: number) => residentId(i, size.residents)
  communities.forEach((community, i) => {
    grant(idOf(NOW - DAY, i), personOf(i), 'worker', community, NOW - DAY, 1)
    declared(personOf(i), NOW - DAY)
    const grid = placeCode('grid', community, 1)!
    place(grid, community, 'grid', '第一网格', '第一网格', null, 1)
    place(placeCode('building', community, 1), community, 'building', '1号楼', '1号楼', grid, 1)
  })
  grant(idOf(NOW - DAY, CITY_STAFF), personOf(CITY_STAFF), 'city', CITY, NOW - DAY, 1)
  // Sealed once: what is opened costs the same whose door it is.
  const door = new Secrets(KEY).seal('1单元301室')
  const waits = OPEN_AT_ONCE + waitingIn(size)
  for (let n = 0; n < waits; n += 1) {
    const community = communities[n < OPEN_AT_ONCE ? 0 : 1 + (n % (communities.length - 1))]!
    const resident = SIGNERS + ((n * 31) % ((size.residents - SIGNERS) / SESSION_EVERY)) * SESSION_EVERY
    const at = NOW - 4 * DAY + n * MINUTE
    const index = randomBytes(32).toString('base64url')
    home(
      idOf(at, n),
      personOf(resident),
      community,
      placeCode('building', community, 1),
      door,
      index,
      0,
      'hukouAndLive',
      startOfDay(NOW - 900 * DAY),
      'hukouBook',
      'pending',
      at,
      // Some late, some for today, most later.
      NOW - 2 * DAY + (n % OPEN_AT_ONCE) * HOUR,
      at,
      at,
      1,
    )
  }
}
