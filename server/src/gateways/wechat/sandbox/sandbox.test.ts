import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createWechat } from '../client.ts'
import { createClock } from '../testing/bench.ts'
import { createSandbox, demoApp } from './sandbox.ts'

const { appId, secret } = demoApp
const credentials = { grant_type: 'client_credential', appid: appId, secret }

function openSandbox() {
  const clock = createClock()
  const { app, fetch } = createSandbox({ now: clock.now })
  const post = async (path: string, body: unknown) =>
    app.request(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
  const token = async (more = {}) => {
    const response = await post('/cgi-bin/stable_token', { ...credentials, ...more })
    return (await response.json()) as { access_token: string; expires_in: number; errcode?: number }
  }
  return { app, fetch, clock, post, token }
}

describe('stable_token', () => {
  it('gives the same token until five minutes before its end, then both are good', async () => {
    const { clock, token, post } = openSandbox()
    const first = await token()
    expect(first.expires_in).toBe(7200)
    clock.forward(6_899_000)
    expect(await token()).toEqual({ access_token: first.access_token, expires_in: 301 })
    clock.forward(1000)
    const second = await token()
    expect(second.access_token).not.toBe(first.access_token)
    expect(second.expires_in).toBe(7200)
    const use = async (access: string) => {
      const path = `/wxa/business/getuserphonenumber?access_token=${access}`
      return ((await (await post(path, { code: 'none' })).json()) as { errcode: number }).errcode
    }
    expect(await Promise.all([use(first.access_token), use(second.access_token)])).toEqual([40029, 40029])
    clock.forward(300_000)
    expect(await Promise.all([use(first.access_token), use(second.access_token)])).toEqual([42001, 40029])
    expect(await Promise.all([use('made-up'), use('')])).toEqual([40001, 41001])
  })

  it('refreshes by force at most every 30 seconds', async () => {
    const { clock, token } = openSandbox()
    const first = await token()
    const second = await token({ force_refresh: true })
    expect(second.access_token).not.toBe(first.access_token)
    clock.forward(29_999)
    expect((await token({ force_refresh: true })).access_token).toBe(second.access_token)
    clock.forward(1)
    expect((await token({ force_refresh: true })).access_token).not.toBe(second.access_token)
  })

  it('refuses what is not right', async () => {
    const { token, post } = openSandbox()
    expect(await token({ secret: 'wrong' })).toMatchObject({ errcode: 40001 })
    expect(await token({ appid: 'wxunknown' })).toMatchObject({ errcode: 40013 })
    expect(await token({ grant_type: 'password' })).toMatchObject({ errcode: 40002 })
    expect(await (await post('/cgi-bin/stable_token', 'not json')).json()).toMatchObject({ errcode: 47001 })
  })
})

describe('the documented answers', () => {
  it('are a session with its key, labelled as text', async () => {
    const { app } = openSandbox()
    const query = new URLSearchParams({ appid: appId, secret, js_code: 'demo-login-a-1' })
    const path = `/sns/jscode2session?${query.toString()}`
    expect(await (await app.request(path)).json()).toMatchObject({ errcode: 40002 })
    const response = await app.request(`${path}&grant_type=authorization_code`)
    expect(response.headers.get('content-type')).toMatch('text/plain')
    expect(await response.json()).toEqual({
      openid: 'demo-openid-a',
      session_key: expect.stringMatching(/^[\w+/]{22}==$/),
    })
  })

  it('are a phone number with its watermark', async () => {
    const { post, token, clock } = openSandbox()
    const { access_token } = await token()
    const issue = { openid: 'o-1', phone: '50000001', countryCode: 852 }
    const { code } = (await (await post('/sandbox/phone-codes', issue)).json()) as { code: string }
    const path = `/wxa/business/getuserphonenumber?access_token=${access_token}`
    expect(await (await post(path, { code })).json()).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '+85250000001',
        purePhoneNumber: '50000001',
        countryCode: '852',
        watermark: { timestamp: clock.now() / 1000, appid: appId },
      },
    })
  })
})

describe('the rest of the program', () => {
  it('refuses orders that it does not understand', async () => {
    const { post } = openSandbox()
    const wrong: [string, unknown][] = [
      ['faults', { kind: 'flood' }],
      ['faults', { kind: 'highRisk' }],
      ['faults', { kind: 'busy', openid: 'o-1' }],
      ['faults', { kind: 'busy', times: 0 }],
      ['phone-codes', { phone: '13800000001' }],
      ['login-codes', { openid: '' }],
    ]
    const replies = await Promise.all(wrong.map(([path, body]) => post(`/sandbox/${path}`, body)))
    expect(replies.map(({ status }) => status)).toEqual(wrong.map(() => 400))
  })

  it('clears its faults', async () => {
    const { app, fetch, post } = openSandbox()
    await post('/sandbox/faults', { kind: 'down', times: 9 })
    await post('/sandbox/faults', { kind: 'highRisk', openid: 'demo-openid-a' })
    await app.request('/sandbox/faults', { method: 'DELETE' })
    const wechat = createWechat({ ...demoApp, fetch })
    expect(await wechat.code2Session('demo-login-a-1')).toMatchObject({ openid: 'demo-openid-a' })
  })

  it('serves a client in the same process without a port, faults and all', async () => {
    const { app, fetch } = createSandbox({ slowMs: 20_000 })
    const wechat = createWechat({ ...demoApp, fetch, timeoutMs: 50 })
    await app.request('/sandbox/faults', { method: 'POST', body: '{"kind":"slow"}' })
    await expect(wechat.code2Session('demo-login-a-1')).rejects.toMatchObject({ kind: 'unreachable' })
    expect(await wechat.phoneNumber('demo-phone-13800000001-1')).toEqual({ phone: '13800000001' })
  })

  it('runs by itself and ends when it is told to', { timeout: 20_000 }, async () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    const child = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const host = /http:\S+$/.exec(line)?.[0]
    const wechat = createWechat({ ...demoApp, host })
    expect(await wechat.code2Session('demo-login-a-1')).toMatchObject({ openid: 'demo-openid-a' })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
