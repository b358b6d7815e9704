import Database from 'better-sqlite3'
import { WORKERS } from './fill-checkins.ts'
import { NOW, SESSION_EVERY, SIGNERS, tokenOf } from './sizes.ts'

/** A request as it goes over the wire, with what a phone sends. */
export function request(
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string> = {},
  body?: object,
) {
  const text = body === undefined ? '' : JSON.stringify(body)
  const sent = body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' }
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`)
  return (
    `${method} ${encodeURI(path)} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAccept-Language: zh-CN\r\n` +
    `User-Agent: bench\r\nConnection: keep-alive\r\n${lines.join('')}${method === 'POST' ? `Content-Length: ${Buffer.byteLength(text)}\r\n` : ''}\r\n${text}`
  )
}
const get = (path: string) => request('GET', path)
const asked = (path: string, resident: number) =>
  request('GET', path, { Authorization: `Bearer ${tokenOf(resident)}` })

/** Requests that are asked once each; a run takes from the front and never comes back. */
export class Supply {
  readonly #rows: unknown[][]
  readonly #make: (row: unknown[], n: number) => string
  readonly #offset: number
  #taken = 0

  constructor(rows: unknown[][], make: (row: unknown[], n: number) => string, offset = 0) {
    this.#rows = rows
    this.#make = make
    this.#offset = offset
  }
  get left() {
    return this.#rows.length - this.#taken
  }
  /** At most so many; fewer, or none, once they are used up. */
  take(count: number) {
    const rows = this.#rows.slice(this.#taken, this.#taken + count)
    const from = this.#taken + this.#offset
    this.#taken += rows.length
    return rows.map((row, n) => this.#make(row, from + n))
  }
}

/** In an order that has nothing to do with how they lie in the file, and is the same every time. */
function shuffled<T>(rows: T[]): T[] {
  let state = 20_261_201
  for (let i = rows.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const j = state % (i + 1)
    ;[rows[i], rows[j]] = [rows[j]!, rows[i]!]
  }
  return rows
}

/** What somebody might type of a name: two to five of its characters. */
function piecesOf(name: string) {
  const characters = Array.from(name)
  return characters.flatMap((_, i) =>
    [2, 3, 4, 5].filter((n) => i + n <= characters.length).map((n) => characters.slice(i, i + n).join('')),
  )
}

/** Every kind of request to a city, read off its own file. */
export function requestsOf(file: string) {
  const raw = new Database(file, { readonly: true })
  const rows = (sql: string) => raw.prepare(sql).raw().all() as unknown[][]
  try {
    const communities = rows('select distinct community_id from activities').map(([code]) => String(code))
    const paths = communities.map((code) => `/api/activities?division=${code}`)
    // Ended more than a year ago: at least fifty newer ones stand before in the community, hundreds in the town.
    const old = shuffled(
      rows(
        `select id, starts_at, community_id, town_id from activities where starts_at < ${NOW} - 365 * 86400000`,
      ),
    )
    // Each twice, in its community's list and in its town's.
    const deep = new Supply(
      shuffled(
        old.flatMap(([id, at, community, town]) => [
          [id, at, community],
          [id, at, town],
        ]),
      ),
      ([id, at, of]) => get(`/api/activities?division=${of}&when=past&cursor=${at}.${id}`),
    )
    const shown = shuffled(rows(`select id from activities where status <> 'draft'`))
    const details = shown.slice(0, 2000).map(([id]) => `/api/activities/${id}`)
    const open = shuffled(
      rows(
        `select id from activities where starts_at > ${NOW} + 86400000 and status = 'published' and residency_required = 'none'
         and waitlist_capacity is null`,
      ),
    )
    const names = rows(`select distinct name from divisions where level in ('town', 'community')`).map(
      ([name]) => String(name),
    )
    const words = [...new Set(names.flatMap(piecesOf))]
    const residents = Number(rows('select count(*) from persons')[0]![0])
    // Residents with a device signed in who sign up for nothing during the run.
    const devices = Math.floor((residents - SIGNERS) / SESSION_EVERY)
    const device = (n: number) => SIGNERS + ((n * 7919) % devices) * SESSION_EVERY
    return {
      lists: paths.map(get),
      homes: communities.map((code) => get(`/api/communities/${code}/home`)),
      details: details.map(get),
      divisions: communities.map((code) => get(`/api/divisions/${code}`)),
      settings: [get('/api/settings')],
      deep,
      detailsOnce: new Supply(shown.slice(2000), ([id]) => get(`/api/activities/${id}`)),
      searches: new Supply(shuffled(words.map((w) => [w])), ([w]) => get(`/api/divisions?q=${w}`)),
      mine: new Supply(shown, ([id], n) => asked(`/api/activities/${id}/signups/mine`, device(n))),
      homesMine: new Supply(shown, (_, n) => asked('/api/me/due', device(n))),
      mySignups: new Supply(shown, (_, n) => asked('/api/me/signups', device(n))),
      signups: signupsOf(open),
      homesBoth: communities.flatMap((code, n) => [
        get(`/api/communities/${code}/home`),
        asked('/api/me/due', device(n)),
      ]),
      clerk: [asked(`/api/communities/${firstOf(rows)}/due`, 0)],
      decisions: decisionsOf(rows),
      rushes: rushesOf(rows('select id from activities where waitlist_capacity is not null order by id')),
      checkins: checkinsOf(
        rows(
          `select s.id, s.activity_id from signups s join activities a on a.id = s.activity_id where a.title like '签到压测%' order by a.id, s.id`,
        ),
      ),
    }
  } finally {
    raw.close()
  }
}
type Rows = (sql: string) => unknown[][]
const workers = `select id, community_id from persons order by id limit ${SIGNERS}`
const firstOf = (rows: Rows) => String(rows(workers)[0]![1])

/** Each worker decides over what waits in their own community, the first one's excepted: that is the clerk's. */
function decisionsOf(rows: Rows) {
  const numberOf = new Map<unknown, number>()
  rows(workers).forEach(([, community], i) => numberOf.has(community) || numberOf.set(community, i))
  const waiting = rows(
    `select id, community_id, version from residencies where status = 'pending' order by id`,
  )
  const theirs = shuffled(waiting.filter(([, community]) => numberOf.get(community) !== 0))
  return new Supply(theirs, ([id, community, version]) =>
    request(
      'POST',
      `/api/residencies/${String(id)}/decision`,
      {
        Authorization: `Bearer ${tokenOf(numberOf.get(community)!)}`,
        'Idempotency-Key': `decide-${String(id)}`,
      },
      { outcome: 'verified', evidence: 'hukouBook', version },
    ),
  )
}

/** Each person ticked once, door by door; every worker holds a phone of their own. */
function checkinsOf(rows: unknown[][]) {
  return new Supply(rows, ([signupId, activity], n) => {
    const entries = [{ id: signupId, how: 'hand', signupId, at: NOW }]
    const headers = {
      Authorization: `Bearer ${tokenOf(n % WORKERS)}`,
      'Idempotency-Key': `checkin-${String(n).padStart(24, '0')}`,
    }
    return request('POST', `/api/activities/${String(activity)}/checkins`, headers, { entries })
  })
}
export type Requests = ReturnType<typeof requestsOf>

/** Many residents, each signing up for many activities, no pair twice. */
function signupsOf(open: unknown[][]) {
  // As many as leave places free in every activity.
  const rows = Array.from({ length: Math.min(open.length * 120, SIGNERS * 100) }, (_, n) => [n])
  return new Supply(rows, ([n]) => {
    const k = Number(n)
    const round = Math.floor(k / SIGNERS)
    const resident = k % SIGNERS
    const [activity] = open[(resident * 7919 + round * 31) % open.length]!
    const key = `bench-${String(k).padStart(24, '0')}`
    const sent = { Authorization: `Bearer ${tokenOf(resident)}`, 'Idempotency-Key': key }
    return request('POST', `/api/activities/${activity}/signups`, sent, {})
  })
}
/** All who sign up in a run at one activity, then all at the next: each round takes the whole of one. */
function rushesOf(activities: unknown[][]) {
  const rows = activities.flatMap(([id]) => Array.from({ length: SIGNERS }, (_, n) => [id, n]))
  return new Supply(rows, ([id, n]) =>
    request(
      'POST',
      `/api/activities/${String(id)}/signups`,
      {
        Authorization: `Bearer ${tokenOf(Number(n))}`,
        'Idempotency-Key': `rush-${String(id)}-${String(n).padStart(6, '0')}`,
      },
      {},
    ),
  )
}
