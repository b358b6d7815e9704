import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, mySignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { chooseCommunity, getMe } from '@tmt/shared/people/contract.ts'
import { requestCode, signInAsPersona, signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DONGAN, HUAYUAN } from './demo/city.ts'
import { people } from './demo/people.ts'
import { engine } from './platform/dialect.ts'
import { openStore } from './platform/open-store.ts'
import { lockFile } from './platform/testing/lock.ts'
import { createEmptyDatabase } from './testing/database.ts'
import { Diary } from './testing/diary.ts'
import { type RunningServer, runServer, startServer } from './testing/server.ts'

const LONG = 240_000
async function newDatabase() {
  const database = await createEmptyDatabase()
  onTestFinished(() => database.drop())
  return database.url
}
async function signIn(server: RunningServer, persona = 'resident') {
  const { body } = await server.ask(signInAsPersona, { persona })
  return body.token
}
/** Keeps every command waiting until it is let go. */
async function holdWrites(url: string): Promise<() => Promise<void>> {
  if (engine === 'sqlite') return lockFile(url)
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin; lock table persons in exclusive mode')
  return () => client.end()
}
/** Chooses a community; `accepted` resolves as soon as the server has the request, `status` once it has answered. */
function chooseSlowly(server: RunningServer, token: string, communityId: string) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    expect: '100-continue',
  }
  const sent = request(`${server.url}/api/me/community`, { method: 'PUT', headers })
  const status = new Promise<number | null>((resolve) => {
    sent.on('response', (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sent.on('error', () => resolve(null))
  })
  const accepted = new Promise<void>((resolve) => {
    sent.on('continue', () => sent.end(JSON.stringify({ communityId }), () => resolve()))
  })
  sent.flushHeaders()
  return { accepted, status }
}
const communityOf = async (server: RunningServer, token: string) =>
  (await server.ask(getMe, {}, { token })).body.community!.code

describe('a server that is killed in the middle of writing', () => {
  /** One person who changes community, signs up and takes it back until the server is gone. */
  async function live(server: RunningServer, diary: Diary, token: string, activities: string[]) {
    for (let i = 0; ; i += 1) {
      const communityId = i % 2 ? DONGAN : HUAYUAN
      if (
        !(await diary.set(`${token} community`, communityId, server, [
          chooseCommunity,
          { communityId },
          token,
        ]))
      )
        return
      for (const id of activities) {
        const line = `${token} ${id}`
        const going =
          i % 2
            ? diary.set(line, 'cancelledByUser', server, [cancelSignup, { id }, token])
            : diary.set(line, 'confirmed', server, [signUp, { id }, token])
        if (!(await going)) return
      }
    }
  }
  /** Somebody new, who signs in with a code; the token once it was told. */
  async function arrive(server: RunningServer, phone: string) {
    const { body } = await server.ask(requestCode, { phone })
    return (await server.ask(signInByCode, { phone, code: body.demoCode! })).body.token
  }
  /** What the server says of a line of the diary. */
  async function saidOf(server: RunningServer, line: string) {
    const [token = '', what = ''] = line.split(' ')
    if (what === 'community') return communityOf(server, token)
    const { body } = await server.ask(mySignup, { id: what }, { token })
    return body.signup?.status ?? ''
  }
  async function countsThatDisagree(url: string) {
    const store = await openStore(url)
    const rows = await store.read.rows(sql`
      select id, confirmed, (select count(*) from signups where activity_id = activities.id and status = 'confirmed') as counted
      from activities where confirmed <> (
        select count(*) from signups where activity_id = activities.id and status = 'confirmed'
      ) and status <> 'cancelled'`)
    await store.close()
    return rows
  }

  test(
    'has kept all that it acknowledged; what it had not yet answered may be sent again; all counts agree',
    async () => {
      const url = await newDatabase()
      const diary = new Diary()
      const tokens: string[] = []
      let server = await startServer(url)
      for (const { persona } of people) tokens.push(await signIn(server, persona))
      const list = await server.ask(listActivities, { division: DONGAN })
      const details = await Promise.all(list.body.items.map(({ id }) => server.ask(getActivity, { id })))
      const open = details.filter(
        ({ body }) => body.residencyRequired === 'none' && body.status === 'published',
      )
      const activities = open.map(({ body }) => body.id)
      expect(activities.length).toBeGreaterThan(1)

      for (let round = 0; round < 3; round += 1) {
        const before = diary.acknowledged
        const arrivals: string[] = []
        let coming = true
        const crowd = async () => {
          for (let i = 0; coming && i < 40; i += 1) {
            const token = await arrive(server, `1770000${round}${String(i).padStart(3, '0')}`).catch(
              () => undefined,
            )
            if (!token) return
            arrivals.push(token)
          }
        }
        const everybody = [...tokens.map((token) => live(server, diary, token, activities)), crowd()]
        while (diary.acknowledged < before + 100 * (round + 1) || arrivals.length < 5) await sleep(5)
        server.kill('SIGKILL')
        coming = false
        expect(await server.ended).toEqual({ code: null, signal: 'SIGKILL' })
        await Promise.all(everybody)

        server = await startServer(url)
        for (const { line, possible } of diary.lines()) expect(possible).toContain(await saidOf(server, line))
        for (const token of arrivals) expect((await server.ask(getMe, {}, { token })).status).toBe(200)
        expect(await countsThatDisagree(url)).toEqual([])
        // An answer that was lost, to a command that was refused for good, is refused again.
        for (const status of await diary.settle(server)) expect([200, 409]).toContain(status)
        for (const { line, acknowledged } of diary.lines())
          expect(await saidOf(server, line)).toBe(acknowledged)
        expect(await countsThatDisagree(url)).toEqual([])
        tokens.push(...arrivals.slice(0, 2))
      }
    },
    LONG,
  )
})

describe('a server that is told to end', () => {
  test(
    'finishes what it accepted, and ends with 0; the data is there afterwards',
    async () => {
      const url = await newDatabase()
      const server = await startServer(url)
      const token = await signIn(server)
      expect(await communityOf(server, token)).toBe(DONGAN)
      const letGo = await holdWrites(url)
      const slow = chooseSlowly(server, token, HUAYUAN)
      await slow.accepted
      server.kill('SIGTERM')
      await expect.poll(() => server.said.out.includes('"msg":"stopping"'), { timeout: 30_000 }).toBe(true)
      await letGo()
      expect(await slow.status).toBe(200)
      expect(await server.ended).toEqual({ code: 0, signal: null })

      const again = await startServer(url)
      expect(await communityOf(again, token)).toBe(HUAYUAN)
      again.kill('SIGINT')
      expect(await again.ended).toEqual({ code: 0, signal: null })
    },
    LONG,
  )
  test(
    'twice, ends at once',
    async () => {
      const url = await newDatabase()
      const server = await startServer(url)
      const token = await signIn(server)
      const letGo = await holdWrites(url)
      const slow = chooseSlowly(server, token, HUAYUAN)
      await slow.accepted
      server.kill('SIGTERM')
      await expect.poll(() => server.said.out.includes('"msg":"stopping"'), { timeout: 30_000 }).toBe(true)
      server.kill('SIGTERM')
      expect(await server.ended).toEqual({ code: 1, signal: null })
      expect(await slow.status).toBeNull()
      await letGo()
    },
    LONG,
  )
})

test(
  'the log tells of requests and failures, and of nobody',
  async () => {
    const url = await newDatabase()
    const server = await startServer(url, { LOG_LEVEL: 'debug' })
    const phone = '17712345678'
    const { body } = await server.ask(requestCode, { phone })
    const code = body.demoCode!
    const wrong = await server.ask(signInByCode, { phone, code: code === '000000' ? '000001' : '000000' })
    expect(wrong.status).toBe(422)
    const key = randomUUID()
    const { token } = (await server.ask(signInByCode, { phone, code, device: '王小明的手机' }, { key })).body
    await fetch(`${server.url}/api/divisions/search?q=${encodeURIComponent('王小明')}&phone=${phone}`)
    await fetch(`${server.url}/api/nowhere/${phone}?name=wangxiaoming`, {
      headers: { authorization: `Bearer ${token}` },
    })
    await server.ask(chooseCommunity, { communityId: HUAYUAN }, { token, raw: `{"communityId":"${phone}"` })
    // A failure of the database itself, with what was being written.
    const letGo = await holdWrites(url)
    const failed = await server.ask(chooseCommunity, { communityId: HUAYUAN }, { token })
    await letGo()
    expect([failed.status, failed.problem.code]).toEqual([503, 'unavailable'])
    expect(failed.headers.get('retry-after')).toBe('5')
    expect((await server.ask(chooseCommunity, { communityId: HUAYUAN }, { token })).status).toBe(200)
    server.kill('SIGTERM')
    await server.ended

    const lines = server.said.out.split('\n').filter((line) => line.startsWith('{'))
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    const requests = entries.filter(({ route }) => route)
    expect(requests.length).toBeGreaterThanOrEqual(7)
    for (const entry of requests)
      expect(entry).toMatchObject({
        requestId: expect.any(String),
        status: expect.any(Number),
        ms: expect.any(Number),
      })
    expect(new Set(requests.map(({ route }) => route))).toContain('/api/sign-in/sessions/sms')
    expect(entries.find(({ msg }) => msg === 'request failed')).toMatchObject({
      requestId: failed.problem.requestId,
    })
    const text = `${lines.join('\n')}\n${server.said.err}`
    const secret = [
      phone,
      phone.slice(0, 7),
      token,
      code,
      key,
      HUAYUAN,
      '王小明',
      encodeURIComponent('王小明'),
      'wangxiaoming',
    ]
    for (const word of secret) expect(text).not.toContain(word)
    expect(server.said.err).toBe('')
  },
  LONG,
)

describe('a server that can’t start', () => {
  test(
    'says which variable it is, in a sentence, and ends with 1',
    async () => {
      const url = await newDatabase()
      const server = await startServer(url)
      const { port } = new URL(server.url)
      const demo = { DEMO: '1', DATABASE_URL: url }
      const nowhere = engine === 'sqlite' ? '/dev/null/city.db' : 'postgres://nobody@127.0.0.1:1/nowhere'
      for (const [env, said] of [
        [{ ...demo, NODE_ENV: 'production' }, 'DEMO=1 与 NODE_ENV=production'],
        [{ DATABASE_URL: url }, '缺少环境变量 SMS_URL'],
        [{ ...demo, PORT: 'http' }, '环境变量 PORT'],
        [{ ...demo, PORT: port }, `端口已被占用：${port}`],
        [{ ...demo, HOST: '192.0.2.1' }, '请检查 HOST'],
        [{ ...demo, DATABASE_URL: nowhere }, '请检查 DATABASE_URL'],
      ] as const) {
        const ended = await runServer(env)
        expect(ended.code).toBe(1)
        expect(ended.err).toContain(said)
        expect(ended.err).not.toContain('    at ')
      }
      expect((await server.ask(getMe, {}, { token: await signIn(server) })).status).toBe(200)
    },
    LONG,
  )
})
