import { randomUUID } from 'node:crypto'
import { BlockList } from 'node:net'
import type { Problem } from '@tmt/shared/problem.ts'
import { asc } from 'drizzle-orm'
import type { Actor } from '../actor.ts'
import { Answers } from '../answers.ts'
import { reacting, when } from '../events.ts'
import { createHttp, type HttpOptions } from '../http.ts'
import type { SqliteOptions } from '../sqlite.ts'
import { auditEntries } from '../tables.ts'
import { type Outside, routesWith, thingAdded } from './routes.ts'
import { openThings, things } from './things.ts'

const division = '321202001002'
/** Bearer tokens of those who exist here. */
export const tokens = {
  anna: 'token-of-anna-0123456789',
  ben: 'token-of-ben-01234567890',
  worker: 'token-of-worker-01234567',
  stranger: 'token-of-stranger-012345',
} as const
const people: Record<string, Pick<Actor, 'personId' | 'roles'>> = {
  [tokens.anna]: { personId: 'anna', roles: [] },
  [tokens.ben]: { personId: 'ben', roles: [{ role: 'resident', division }] },
  [tokens.worker]: { personId: 'worker', roles: [{ role: 'worker', division }] },
  [tokens.stranger]: { personId: 'stranger', roles: [{ role: 'worker', division: '321283001001' }] },
}

export type Asked = {
  method?: string
  body?: unknown
  raw?: string | ReadableStream<Uint8Array>
  token?: string
  /** Null sends none; otherwise a new one. */
  key?: string | null
  headers?: Record<string, string>
}
export type Reply = { status: number; headers: Headers; text: string; json: unknown; problem: Problem }

/** The platform in process, on the tests' own endpoints, with a clock that stands still. */
export async function openApp(
  options: {
    sqlite?: SqliteOptions
    trustedProxies?: BlockList
    /** Another one whose database this one shares, and leaves open. */
    beside?: Awaited<ReturnType<typeof openThings>>
  } & Pick<HttpOptions, 'limits'> = {},
) {
  const shared = options.beside && { ...options.beside, close: async () => {} }
  const database = shared ?? (await openThings(options.sqlite))
  const { store } = database
  const clock = { now: Date.UTC(2026, 11, 1, 2) }
  const answers = new Answers()
  const nothing = async () => {}
  const outside: Outside = {
    gather: async (word) => word,
    meanwhile: nothing,
    react: nothing,
    reading: nothing,
    reads: 0,
  }
  const logged: { level: string; fields: Record<string, unknown> }[] = []
  const note = (level: string) => (fields: unknown) =>
    void logged.push({ level, fields: fields as Record<string, unknown> })
  const react = reacting([
    when(thingAdded, async (tx, { id, name }) => {
      await outside.react(name)
      await tx.insert(things).values({ id: `after ${id}`, name: `after ${name}` })
    }),
  ])
  const house = { store, answers, react, now: () => clock.now }
  const app = createHttp({
    house,
    routes: routesWith(outside),
    whoIs: async (token, address) => {
      const known = people[token]
      return known && { ...known, sessionId: token, address }
    },
    log: { info: note('info'), warn: note('warn'), error: note('error'), debug: note('debug') },
    trustedProxies: options.trustedProxies ?? new BlockList(),
    ...(options.limits && { limits: options.limits }),
  })

  async function ask(path: string, asked: Asked = {}): Promise<Reply> {
    const { body, raw, token, key = randomUUID(), headers = {} } = asked
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const method = asked.method ?? (sent === undefined ? 'GET' : 'POST')
    const response = await app.request(path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(key && method !== 'GET' && { 'idempotency-key': key }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent, duplex: 'half' }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    const json = /json/.test(type) && text ? (JSON.parse(text) as never) : (undefined as never)
    return { status: response.status, headers: response.headers, text, json, problem: json }
  }
  /** What was written into the audit log so far, oldest first. */
  const audit = () => store.read.select().from(auditEntries).orderBy(asc(auditEntries.id))
  return { ...database, app, house, store, answers, outside, clock, logged, ask, audit }
}
export type TestApp = Awaited<ReturnType<typeof openApp>>
