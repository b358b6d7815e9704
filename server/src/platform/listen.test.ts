import { connect } from 'node:net'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, type Listening } from './listen.ts'
import { openApp, type TestApp, tokens } from './testing/app.ts'

let house: TestApp
let server: Listening
beforeAll(async () => {
  house = await openApp({ limits: { person: 1000, address: 1000 } })
  server = await serve(house)
  await house.ask('/api/things', { token: tokens.anna, body: { id: 'book', name: 'book' } })
})
afterAll(async () => {
  await server.close()
  await house.close()
})
const serve = ({ app, answers, house: { now } }: TestApp) =>
  listen(app, { host: '127.0.0.1', port: 0, answers, now })

type Raw = { status: number; headers: Record<string, string>; body: Buffer }
function send(path: string, { method = 'GET', headers = {}, body = '' } = {}, at = server.url): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(`${at}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { date: _date, 'x-request-id': _id, ...rest } = response.headers as Record<string, string>
        resolve({ status: response.statusCode!, headers: rest, body: Buffer.concat(chunks) })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
/** What comes back for bytes that no client library would send. */
function sendBytes(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => resolve(Buffer.concat(chunks).toString()))
    socket.on('error', reject)
    socket.end(text)
  })
}

describe('the shortcut before the app', () => {
  /** The same request, answered by the app and then from the kept bytes. */
  async function both(headers: Record<string, string> = {}, method = 'GET') {
    house.answers.dropAll()
    if (method !== 'GET' || headers['if-none-match']) house.outside.reads = 0
    const byApp = await send('/api/things/book', { headers, method })
    const { reads } = house.outside
    if (method !== 'GET') await send('/api/things/book')
    const byShortcut = await send('/api/things/book', { headers, method })
    return { byApp, byShortcut, reads: house.outside.reads - reads }
  }
  test('gives the same bytes and headers as the app, but for the request id', async () => {
    const { byApp, byShortcut, reads } = await both()
    expect(byApp.status).toBe(200)
    expect(byShortcut).toEqual(byApp)
    expect(reads).toBe(0)
    expect(byApp.headers['content-length']).toBe(String(byApp.body.length))
  })
  test('and the same 304', async () => {
    const { headers } = await send('/api/things/book')
    for (const known of [headers.etag!, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
      const { byApp, byShortcut } = await both({ 'if-none-match': known })
      expect(byApp.status).toBe(304)
      expect(byShortcut).toEqual(byApp)
    }
    const { byApp, byShortcut } = await both({ 'if-none-match': '"other"' })
    expect([byApp.status, byShortcut.status]).toEqual([200, 200])
  })
  test('answers HEAD as the app does, without a body', async () => {
    const { byApp, byShortcut } = await both({}, 'HEAD')
    expect([byApp.status, byApp.body.length]).toEqual([200, 0])
    expect(byShortcut).toEqual(byApp)
  })
  test('answers nothing but GET, and no address but exactly that', async () => {
    await send('/api/things/book')
    expect((await send('/api/things/book', { method: 'OPTIONS' })).status).toBe(405)
    expect((await send('/api/things/book', { method: 'POST' })).status).toBe(405)
    expect((await send('/api/things/book?x=1')).status).toBe(422)
    expect((await send('/api/things/book/')).status).toBe(404)
    expect((await send('/api//things/book')).status).toBe(404)
    expect((await send('/API/things/book')).status).toBe(404)
  })
  test('has no answer that is out of date', async () => {
    await send('/api/things/book')
    house.answers.raise(['thing:book'])
    const { reads } = house.outside
    await send('/api/things/book')
    expect(house.outside.reads).toBe(reads + 1)
  })
})

describe('what is no proper request', () => {
  test('is a problem document where HTTP allows for one', async () => {
    const bad = await sendBytes('GET /api/time HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')
    expect(bad).toMatch(/^HTTP\/1\.1 400 /)
    expect(bad).toContain('application/problem+json')
    expect(bad).toContain('"code":"malformed"')
  })
  test('is 400 or 431 otherwise, and the server goes on', async () => {
    expect(await sendBytes('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    expect(await sendBytes(`GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: a\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
    expect((await send('/api/time')).status).toBe(200)
  })
  test('a body that nobody asked for does no harm', async () => {
    const body = 'x'.repeat(200_000)
    const framed = { 'content-length': String(body.length), 'idempotency-key': 'k'.repeat(20) }
    const headers = { ...framed, authorization: `Bearer ${tokens.anna}` }
    const reply = await send('/api/things/nowhere', { method: 'DELETE', headers, body })
    expect(reply.status).toBe(404)
    expect((await send('/api/time')).status).toBe(200)
  })
})

describe('closing', () => {
  const post = (at: string, id: string) =>
    send(
      '/api/things',
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.anna}`,
          'content-type': 'application/json',
          'idempotency-key': `key-of-${id}`.padEnd(20, '-'),
          connection: 'keep-alive',
        },
        body: JSON.stringify({ id, name: id }),
      },
      at,
    )
  test('finishes the requests in hand, takes no new ones, and leaves no connection open', async () => {
    const own = await openApp({ beside: house })
    const closing = await serve(own)
    let go = () => {}
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    const begun = new Promise<void>((resolve) => {
      own.outside.meanwhile = () => {
        resolve()
        return held
      }
    })
    const slow = post(closing.url, 'slow')
    await begun
    const closed = closing.close(60_000)
    await expect(post(closing.url, 'late')).rejects.toThrow('ECONNREFUSED')
    go()
    expect((await slow).status).toBe(200)
    await closed
    expect((await own.ask('/api/things/slow')).status).toBe(200)
  })
  test('cuts off what lasts longer than its patience', async () => {
    const own = await openApp({ beside: house })
    const closing = await serve(own)
    const begun = new Promise<void>((resolve) => {
      own.outside.gather = () => {
        resolve()
        return new Promise(() => {})
      }
    })
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'key-of-endless-one' }
    const endless = send(
      '/api/outside',
      { method: 'POST', headers, body: '{"id":"a","word":"b"}' },
      closing.url,
    )
    const cut = endless.catch((error: unknown) => error)
    await begun
    await closing.close(50)
    expect(await cut).toMatchObject({ message: 'socket hang up' })
  })
  test('a port that is taken is told', async () => {
    const { port } = new URL(server.url)
    const again = listen(house.app, {
      host: '127.0.0.1',
      port: Number(port),
      answers: house.answers,
      now: () => 0,
    })
    await expect(again).rejects.toThrow('EADDRINUSE')
  })
})
