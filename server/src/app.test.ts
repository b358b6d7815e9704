import { api, downloads } from '@tmt/shared/api.ts'
import { Problem } from '@tmt/shared/problem.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRoutes } from './routes.ts'
import { createLog } from './platform/log.ts'
import { openHouse, type TestHouse } from './testing/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
const get = async (path: string, headers: Record<string, string> = {}) => house.app.request(path, { headers })

test('every contract has its route, and every route its contract', () => {
  const log = createLog('silent')
  const parts = {
    secrets: house.secrets,
    wechat: null,
    realName: null,
    revealCode: true,
    operatorName: null,
    filingNumber: null,
    wechatTemplates: {},
    log,
    storage: house.storage,
  }
  const named = (demo: boolean) => createRoutes({ ...parts, demo }).map(({ contract }) => contract)
  const all = named(true)
  expect(all.map(({ name }) => name).toSorted()).toEqual(api.map(({ name }) => name).toSorted())
  for (const contract of all) expect(api).toContain(contract)
  // What is for a demonstration alone is there in no deployment.
  const missing = all.filter((contract) => !named(false).includes(contract)).map(({ name }) => name)
  expect(missing.toSorted()).toEqual(['people.personas', 'people.signInAsPersona'])
})

describe('every endpoint', () => {
  const url = (path: string) => `/api${path.replaceAll(/:\w+/g, 'x')}`
  test.each(api.filter(({ by }) => by !== 'guest').map((e) => [e.name, e] as const))(
    '%s is 401 without a sign-in, and without a valid one',
    async (_name, { method, path }) => {
      for (const authorization of ['', `Bearer ${'x'.repeat(43)}`]) {
        const response = await house.app.request(url(path), {
          method: method.toUpperCase(),
          headers: { authorization, 'idempotency-key': 'k'.repeat(20) },
        })
        expect(response.status).toBe(401)
        expect(Problem.safeParse(await response.json()).data?.code).toBe('notSignedIn')
      }
    },
  )
  test.each(api.filter((e) => 'body' in e && e.body).map((e) => [e.name, e] as const))(
    '%s is 422 with fields for what nobody asked for, 415 for what is no JSON',
    async (_name, { method, path, by }) => {
      const token = by === 'guest' ? '' : `Bearer ${await house.signIn('worker')}`
      const send = (type: string) =>
        house.app.request(url(path), {
          method: method.toUpperCase(),
          headers: { authorization: token, 'content-type': type, 'idempotency-key': 'k'.repeat(20) },
          body: JSON.stringify({ nobody: 'asked' }),
        })
      const wrong = await send('application/json')
      expect(wrong.status).toBe(422)
      const { data } = Problem.safeParse(await wrong.json())
      expect(data!.fields!.length).toBeGreaterThan(0)
      // An address with a bad id is refused before its body is looked at.
      if (!path.includes(':')) expect((await send('text/plain')).status).toBe(415)
    },
  )
  test('is 405 for another method', async () => {
    for (const { path } of api) {
      const response = await house.app.request(url(path), { method: 'PATCH' })
      expect([path, response.status, response.headers.get('allow') !== null]).toEqual([path, 405, true])
    }
  })
})

describe('beside the endpoints', () => {
  test('there is the description of all of them, tagged', async () => {
    const response = await get('/api/openapi.json')
    expect(response.status).toBe(200)
    const { openapi, paths } = (await response.json()) as { openapi: string; paths: Record<string, object> }
    expect(openapi).toMatch(/^3\.1/)
    expect(Object.values(paths).flatMap((methods) => Object.keys(methods))).toHaveLength(
      api.length + downloads.length,
    )
    const again = await get('/api/openapi.json', { 'if-none-match': response.headers.get('etag')! })
    expect(again.status).toBe(304)
  })
  test('there is health, and readiness', async () => {
    for (const [path, status] of [
      ['/api/health', 'ok'],
      ['/api/ready', 'ready'],
    ] as const) {
      const response = await get(path)
      expect([response.status, await response.json()]).toEqual([200, { status }])
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
  test('there is nothing: a problem document says so', async () => {
    for (const path of ['/', '/page', '/api/nothing']) {
      const response = await get(path)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ])
    }
  })
})
