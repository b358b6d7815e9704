import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, startDevice, until, type Device } from './testing/device.ts'

type Heard = { method: string; url: string; headers: IncomingMessage['headers']; body: string }
const heard: Heard[] = []
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (data: Buffer) => (body += data.toString('latin1')))
  request.on('end', () => {
    const { method = '', url = '', headers } = request
    heard.push({ method, url, headers, body })
    if (url.startsWith('/slow')) return
    if (url.startsWith('/text')) response.writeHead(404, { 'content-type': 'text/plain' }).end('{"not json')
    else response.writeHead(201, { 'x-answer': 'yes', 'set-cookie': ['a=1', 'b=2'] }).end('{"a":[1]}')
  })
})

let device: Device
let base: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  device = await startDevice()
})
afterAll(async () => {
  await device.close()
  server.closeAllConnections()
  server.close()
})

declare const wx: Record<string, (options: object) => { abort(): void }>
type Outcome = { kind: string; value: Record<string, unknown> }
/** Calls an API that answers by callbacks; abandons it at once when asked to. */
const run = (name: string, options: object, abort = false) =>
  device.mini.evaluate(
    (api: string, given: object, stop: boolean) =>
      new Promise((resolve) => {
        const task = wx[api]?.({
          ...given,
          success: (value: unknown) => resolve({ kind: 'success', value }),
          fail: (value: unknown) => resolve({ kind: 'fail', value }),
        })
        if (stop) task?.abort()
      }),
    name,
    options,
    abort,
  ) as Promise<Outcome>
const call = (name: string, ...args: unknown[]) => device.mini.callWxMethod(name, ...args) as Promise<never>

describe('request', () => {
  test('JSON goes and comes, with status, header and cookies, and without an origin', async () => {
    const { kind, value } = await run('request', {
      url: `${base}/a`,
      method: 'POST',
      data: { x: '一' },
      header: { Authorization: 'Bearer t', Referer: 'no' },
    })
    expect(kind).toBe('success')
    expect(value).toMatchObject({
      statusCode: 201,
      data: { a: [1] },
      cookies: ['a=1', 'b=2'],
      errMsg: 'request:ok',
    })
    expect((value.header as Record<string, string>)['x-answer']).toBe('yes')
    const { method, headers, body } = heard.at(-1)!
    expect(method).toBe('POST')
    expect(Buffer.from(body, 'latin1').toString('utf8')).toBe('{"x":"一"}')
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer t' })
    expect([headers.origin, headers.referer]).toEqual([undefined, undefined])
  })
  test('GET puts its data into the address; a form is encoded', async () => {
    await run('request', { url: `${base}/a?x=1`, data: { y: 'a b', z: 2 } })
    expect(heard.at(-1)?.url).toBe('/a?x=1&y=a%20b&z=2')
    await run('request', {
      url: `${base}/a`,
      method: 'POST',
      data: { y: '&' },
      header: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(heard.at(-1)?.body).toBe('y=%26')
  })
  test('an answer of 404 is a success, and what is no JSON stays text', async () => {
    const { kind, value } = await run('request', { url: `${base}/text` })
    expect([kind, value.statusCode, value.data]).toEqual(['success', 404, '{"not json'])
  })
  test.each([
    ['http://example.com/', {}, 'request:fail url not in domain list'],
    ['/relative', {}, 'request:fail invalid url "/relative"'],
    ['NOBODY', {}, 'request:fail ECONNREFUSED'],
    ['SLOW', { timeout: 50 }, 'request:fail timeout'],
    ['OK', { method: 'PATCH' }, 'request:fail invalid method "PATCH"'],
  ])('%s %j fails', async (url, more, errMsg) => {
    const addresses: Record<string, string> = {
      SLOW: `${base}/slow`,
      OK: base,
      NOBODY: `http://127.0.0.1:${await freePort()}/`,
    }
    const address = addresses[url] ?? url
    const { kind, value } = await run('request', { url: address, ...more })
    expect([kind, value.errMsg]).toEqual(['fail', errMsg])
  })
  test('abort fails the request at once', async () => {
    const { value } = await run('request', { url: `${base}/slow` }, true)
    expect(value.errMsg).toBe('request:fail abort')
  })
  test('uploadFile sends one file as a form and hands over text', async () => {
    const filePath = fileURLToPath(new URL('./fixture/static/dot.png', import.meta.url))
    const options = { url: `${base}/files`, filePath, name: 'file', formData: { kind: 'photo' } }
    const { kind, value } = await run('uploadFile', options)
    expect([kind, value.statusCode, value.data]).toEqual(['success', 201, '{"a":[1]}'])
    const { headers, body } = heard.at(-1)!
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(body).toContain('name="file"; filename="dot.png"')
    expect(body).toContain('name="kind"')
  })
})

describe('storage', () => {
  test('keeps JSON, lists keys, forgets', async () => {
    await call('setStorageSync', 'a', { b: [1, null] })
    await call('setStorage', { key: 'c', data: 'd' })
    expect(await call('getStorageSync', 'a')).toEqual({ b: [1, null] })
    expect(await call('getStorage', { key: 'c' })).toEqual({ data: 'd', errMsg: 'getStorage:ok' })
    expect(await call('getStorageInfoSync')).toMatchObject({ keys: ['a', 'c'], limitSize: 10_240 })
    await call('removeStorageSync', 'a')
    expect(await call('getStorageSync', 'a')).toBe('')
    await expect(call('getStorage', { key: 'a' })).rejects.toThrow('getStorage:fail data not found')
  })
  test('one key holds 1 MB, all together 10 MB', async () => {
    const fill = (key: string, length: number) =>
      device.mini.evaluate(
        (name: string, size: number) => (wx as never as Storage).setStorageSync(name, 'x'.repeat(size)),
        key,
        length,
      )
    await expect(fill('big', 1024 * 1024)).rejects.toThrow('setStorageSync:fail entry size limit reached')
    for (let at = 0; at < 10; at += 1) await fill(`k${at}`, 1000 * 1024)
    await fill('last', 200 * 1024)
    await expect(fill('over', 100 * 1024)).rejects.toThrow('setStorageSync:fail storage limit reached')
    await call('clearStorage')
    expect(await call('getStorageInfoSync')).toMatchObject({ keys: [], currentSize: 0 })
  })
})
type Storage = { setStorageSync(key: string, value: unknown): void }

describe('what a person is asked', () => {
  const answering = (answer: 'authorizeAllow' | 'authorizeCancel') =>
    until(() =>
      device.mini
        .native()
        [answer]()
        .then(() => true),
    )
  test('privacy first, then the scope, then the answer', async () => {
    const refused = run('getLocation', { type: 'gcj02' })
    await answering('authorizeCancel')
    expect((await refused).value).toMatchObject({
      errMsg: 'getLocation:fail privacy permission is not authorized',
      errno: 104,
    })
    const denied = run('getLocation', {})
    await answering('authorizeAllow')
    await answering('authorizeCancel')
    expect((await denied).value.errMsg).toBe('getLocation:fail auth deny')
    expect(await call('getPrivacySetting')).toMatchObject({ needAuthorization: false })
    expect(await call('getSetting')).toMatchObject({ authSetting: { 'scope.userLocation': false } })
  })
  test('a call to a number is confirmed or not', async () => {
    const called = run('makePhoneCall', { phoneNumber: '12345' })
    await until(() =>
      device.mini
        .native()
        .cancelModal()
        .then(() => true),
    )
    expect((await called).value.errMsg).toBe('makePhoneCall:fail cancel')
  })
})

test('parameters of the wrong kind are refused by name', async () => {
  await expect(call('showToast', {})).rejects.toThrow(
    'parameter.title should be String instead of undefined;',
  )
  await expect(call('setNavigationBarColor', { frontColor: 'red' })).rejects.toThrow('frontColor')
  await expect(call('setStorageSync', 3, 1)).rejects.toThrow('parameter.key should be String')
})
test('canIUse says what the host has', async () => {
  expect(await call('canIUse', 'getLocation')).toBe(true)
  expect(await call('canIUse', 'startHCE')).toBe(false)
})
test('system information agrees with itself', async () => {
  const info = (await call('getSystemInfoSync')) as Record<string, unknown>
  expect(info).toMatchObject({ screenWidth: 390, screenHeight: 844, statusBarHeight: 47, windowHeight: 753 })
  expect(await call('getMenuButtonBoundingClientRect')).toEqual({
    width: 87,
    height: 32,
    top: 53,
    right: 383,
    bottom: 85,
    left: 296,
  })
})
