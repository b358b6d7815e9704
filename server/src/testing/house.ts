import { randomUUID } from 'node:crypto'
import { BlockList } from 'node:net'
import type { Endpoint, Input, Output } from '@tmt/shared/contract.ts'
import type { Problem } from '@tmt/shared/problem.ts'
import { atShanghai } from '@tmt/shared/time.ts'
import { createApp } from '../app.ts'
import { seedDemo } from '../demo/seed.ts'
import { register } from '../divisions/register.ts'
import { saveRegister } from '../divisions/store.ts'
import { createWechat } from '../gateways/wechat/client.ts'
import { createSandbox, demoApp } from '../gateways/wechat/sandbox/sandbox.ts'
import { createWhoIs } from '../people/sessions.ts'
import { Answers } from '../platform/answers.ts'
import { createLog } from '../platform/log.ts'
import { openStore } from '../platform/open-store.ts'
import { Secrets } from '../platform/secrets.ts'
import type { SqliteOptions } from '../platform/sqlite.ts'
import { createDatabase } from './database.ts'

/** 2026-12-01 周二 10:00. */
export const START = atShanghai(2026, 12, 1, 10)

export type Reply<T> = { status: number; headers: Headers; body: T; problem: Problem }
export type Ask = {
  token?: string | null
  key?: string | null
  headers?: Record<string, string>
  /** Sent as it is, instead of the input's body. */
  raw?: string
}

/** The product in process, on a database of its own, with a clock that stands still and WeChat's sandbox. */
export async function openHouse(
  options: { demo?: boolean; sqlite?: SqliteOptions; revealCode?: boolean } = {},
) {
  const { demo = true, revealCode = true } = options
  const database = await createDatabase()
  const store = await openStore(database.url, options.sqlite)
  const clock = { now: START }
  const now = () => clock.now
  const secrets = new Secrets(Buffer.alloc(32, 7))
  await store.write((tx) => saveRegister(tx, register()))
  if (demo) await seedDemo(store, secrets, clock.now)
  const answers = new Answers()
  const sandbox = createSandbox({ now })
  const wechat = createWechat({ ...demoApp, fetch: sandbox.fetch, now, retryWaitMs: 1 })
  const app = createApp({
    config: { demo, production: false, filingNumber: null, trustedProxies: new BlockList() },
    house: { store, answers, now },
    signIn: { secrets, wechat, revealCode },
    whoIs: createWhoIs(store),
    log: createLog('silent'),
    ready: async () => true,
    pages: null,
  })

  /** Sends a request as a client would; path parameters, query and body are taken from the input by the contract. */
  async function ask<E extends Endpoint>(
    contract: E,
    input: Input<E>,
    how: Ask = {},
  ): Promise<Reply<Output<E>>> {
    const rest: Record<string, unknown> = { ...(input as object) }
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = String(rest[name])
      delete rest[name]
      return encodeURIComponent(value)
    })
    const isQuery = contract.kind === 'query'
    const pairs = isQuery ? Object.entries(rest).map(([k, v]) => [k, String(v)]) : []
    const search = pairs.length > 0 ? `?${new URLSearchParams(pairs as [string, string][])}` : ''
    const body = isQuery || !contract.body ? undefined : (how.raw ?? JSON.stringify(rest))
    const { token = null, key = randomUUID() } = how
    const response = await app.request(`/api${path}${search}`, {
      method: contract.method.toUpperCase(),
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(!isQuery && key && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...how.headers,
      },
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    const json = (text ? JSON.parse(text) : null) as never
    return { status: response.status, headers: response.headers, body: json, problem: json }
  }
  async function signIn(persona: string) {
    const { signInAsPersona } = await import('@tmt/shared/people/contract.ts')
    const { body } = await ask(signInAsPersona, { persona })
    return body.token
  }
  return {
    app,
    store,
    answers,
    secrets,
    sandbox,
    clock,
    ask,
    signIn,
    databaseUrl: database.url,
    async close() {
      await store.close()
      await database.drop()
    },
  }
}
export type TestHouse = Awaited<ReturnType<typeof openHouse>>
