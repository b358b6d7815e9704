import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Env } from './http.ts'
import { servePages } from './pages.ts'
import { problem } from './problem.ts'
import { sendProblem } from './replies.ts'

const folder = mkdtempSync(join(tmpdir(), 'taimintong-pages-'))
const site = join(folder, 'site')
const page = `<!doctype html><title>泰民通</title>${'<p>内容</p>'.repeat(200)}`
const app = new Hono<Env>()
beforeAll(() => {
  mkdirSync(join(site, 'js'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  mkdirSync(join(folder, 'site-beside'))
  writeFileSync(join(folder, 'site-beside', 'secret.txt'), 'secret')
  writeFileSync(join(site, 'index.html'), page)
  writeFileSync(join(site, 'js', 'app.dc340c6c.js'), `console.log('${'x'.repeat(2000)}')`)
  writeFileSync(join(site, 'js', 'plain.js'), '1')
  writeFileSync(join(site, '图标.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(site, 'photo.png'), Buffer.alloc(3000))
  // With a slash at its end, as people write folders.
  servePages(app, `${site}/`, { 'Strict-Transport-Security': 'max-age=1' })
  app.notFound((c) => sendProblem(c, problem('notFound'), 'id'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  Promise.resolve(app.request(path, { method, headers }))

describe('an address', () => {
  test.each(['/', '/index.html', '/activities/detail', '/activities/detail?id=1', '/a%20b', '/社区'])(
    '%s is the one page',
    async (path) => {
      const response = await get(path)
      expect([response.status, await response.text()]).toEqual([200, page])
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('cache-control')).toBe('no-cache')
    },
  )
  test.each([
    '/js/other.js',
    '/favicon.ico',
    '/js/app.dc340c6c.js.map',
    '/data.webmanifest',
    '/index.html/x.css',
  ])('%s is a file that is not there: 404, not the page', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toMatch(/problem\+json/)
  })
  test('of the API is never a page', async () => {
    for (const path of ['/api', '/api/nothing', '/api/nothing.js']) expect((await get(path)).status).toBe(404)
  })
  test('with a name in Chinese is found', async () => {
    const response = await get(`/${encodeURIComponent('图标.svg')}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
  })
})

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/js/..%2f..%2fsecret.txt',
  '/..%2fsite-beside%2fsecret.txt',
  '/..%5csecret.txt',
  '/%252e%252e/secret.txt',
  '//etc/passwd',
  '/%2fetc%2fpasswd',
  '/secret.txt%00.js',
  '/%00',
  '/%E0%A4%A',
  '/js',
  '/js/',
  '/.%2e/.%2e/etc/passwd',
])('%s does not lead out of the folder', async (path) => {
  const response = await get(path)
  const text = await response.text()
  expect(text).not.toMatch(/^secret|root:/)
  expect([200, 404]).toContain(response.status)
  if (response.status === 200) expect(text).toBe(page)
})

describe('headers', () => {
  test('let the page load its own scripts and nothing else', async () => {
    const { headers } = await get('/')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('permissions-policy')).toContain('microphone=()')
    expect(headers.get('strict-transport-security')).toBe('max-age=1')
  })
  test('keep for good what has a hash in its name, and ask again for all else', async () => {
    const caching = async (path: string) => (await get(path)).headers.get('cache-control')
    expect(await caching('/js/app.dc340c6c.js')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/js/plain.js', '/photo.png', '/']) expect(await caching(path)).toBe('no-cache')
  })
  test('tag each encoding, and answer 304 to who has it', async () => {
    const tags = new Set<string>()
    for (const accepts of ['br', 'gzip', 'identity']) {
      const etag = (await get('/', { 'accept-encoding': accepts })).headers.get('etag')!
      tags.add(etag)
      const again = await get('/', { 'accept-encoding': accepts, 'if-none-match': etag })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      expect(again.headers.get('content-security-policy')).toContain("default-src 'self'")
    }
    expect(tags.size).toBe(3)
  })
})

describe('bodies', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
  test.each(['br', 'gzip'] as const)('are packed with %s for who takes it', async (encoding) => {
    const response = await get('/', { 'accept-encoding': `deflate, ${encoding}` })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    const packed = Buffer.from(await response.arrayBuffer())
    expect(packed.length).toBeLessThan(page.length / 2)
    expect(unpack[encoding](packed).toString()).toBe(page)
  })
  test('are plain for others, when they are small, and when they are pictures', async () => {
    for (const [path, accepts] of [
      ['/', ''],
      ['/js/plain.js', 'br, gzip'],
      ['/photo.png', 'br, gzip'],
    ] as const) {
      const response = await get(path, { 'accept-encoding': accepts })
      expect(response.headers.get('content-encoding')).toBeNull()
    }
  })
  test('are read again when the file has changed', async () => {
    const file = join(site, 'js', 'changing.js')
    writeFileSync(file, 'first')
    expect(await (await get('/js/changing.js')).text()).toBe('first')
    writeFileSync(file, 'second')
    utimesSync(file, 2_000_000_000, 2_000_000_000)
    expect(await (await get('/js/changing.js')).text()).toBe('second')
    rmSync(file)
    expect((await get('/js/changing.js')).status).toBe(404)
  })
  test('are left out for HEAD, and other methods are none of the pages’', async () => {
    const head = await get('/', {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await get('/', {}, 'POST')).status).toBe(404)
  })
})
