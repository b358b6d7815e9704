import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listen } from '../listen.ts'
import { createWechat } from './client.ts'
import { type MediaVerdict, type PushKeys, readPush, sealPush, signPush } from './push.ts'
import { createSandbox, demoApp } from './sandbox/sandbox.ts'
import { openBench } from './testing/bench.ts'

const who = { openid: 'o-1', scene: 3 } as const

describe('checkText', () => {
  it.each([
    ['剪一枝银杏', 'pass', 100],
    ['存疑样例：加我好友', 'review', 10_001],
    ['违规样例', 'risky', 20_006],
  ])('tells what WeChat suggests: %s', async (content, suggest, label) => {
    const { wechat } = await openBench()
    const verdict = await wechat.checkText({ ...who, content })
    expect(verdict).toEqual({ suggest, label, traceId: expect.stringMatching(/^[\da-f-]{26}$/) })
  })
  it('looks at the title too', async () => {
    const { wechat } = await openBench()
    const verdict = await wechat.checkText({ ...who, content: '好', title: '违规样例' })
    expect(verdict.suggest).toBe('risky')
  })
  it('does not judge who was not here lately: 61010', async () => {
    const { wechat, fault } = await openBench()
    await fault('staleUser', { openid: 'o-1' })
    await expect(wechat.checkText({ ...who, content: '好' })).rejects.toMatchObject({
      kind: 'userUnknown',
      errcode: 61010,
    })
    await expect(wechat.checkPicture({ ...who, url: 'http://127.0.0.1:1/a' })).rejects.toMatchObject({
      kind: 'userUnknown',
    })
  })
  it('fails where WeChat is down, slow, or takes too much', async () => {
    const { wechat, connect, fault } = await openBench({ slowMs: 20_000 })
    await wechat.checkText({ ...who, content: '好' })
    await fault('down')
    await expect(wechat.checkText({ ...who, content: '好' })).rejects.toMatchObject({ kind: 'unreachable' })
    const hasty = connect({ timeoutMs: 50 })
    await fault('slow')
    await expect(hasty.checkText({ ...who, content: '好' })).rejects.toMatchObject({ kind: 'unreachable' })
    const long = wechat.checkText({ ...who, content: '好'.repeat(2501) })
    await expect(long).rejects.toMatchObject({ errcode: 47001 })
  })
  it('asks again with the next token where the first one died', async () => {
    const { wechat, fault, count } = await openBench()
    await wechat.checkText({ ...who, content: '好' })
    await fault('expireTokens')
    expect(await wechat.checkText({ ...who, content: '好' })).toMatchObject({ suggest: 'pass' })
    expect(count('stable_token')).toBe(2)
  })
})

const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const plain: PushKeys = { appId: demoApp.appId, token: 'push-token', aesKey: null }
const safe: PushKeys = { ...plain, aesKey }

/** WeChat's sandbox, and something that hears its pushes and holds one picture. */
async function openEar(keys: PushKeys) {
  const heard: (MediaVerdict | 'forged' | 'other')[] = []
  const app = new Hono()
  app.get('/picture', (c) => c.body('a picture'))
  app.post('/push', async (c) => {
    const read = readPush(keys, c.req.query(), await c.req.text())
    heard.push(read)
    return read === 'forged' ? c.text('', 403) : c.text('success')
  })
  const ear = await listen(app, 0)
  onTestFinished(() => ear.close())
  const sandbox = createSandbox({ outward: { retryMs: 1 } })
  const { token, aesKey: key } = keys
  sandbox.pushTo({ url: `${ear.url}/push`, token, aesKey: key })
  const wechat = createWechat({ ...demoApp, fetch: sandbox.fetch, retryWaitMs: 1 })
  const tell = (path: string, body: object) =>
    sandbox.fetch(`http://sandbox/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) })
  async function check(picture = 'picture') {
    const { traceId } = await wechat.checkPicture({ ...who, url: `${ear.url}/${picture}` })
    await sandbox.settled()
    return traceId
  }
  return { heard, tell, check }
}

describe.each([
  ['plain', plain],
  ['safe', safe],
])('checkPicture in %s mode', (_mode, keys) => {
  it('is answered later, under its trace', async () => {
    const { heard, tell, check } = await openEar(keys)
    await tell('picture-verdicts', { suggest: 'risky', label: 20_002 })
    const first = await check()
    const second = await check()
    expect(heard).toEqual([
      { traceId: first, verdict: { suggest: 'risky', label: 20_002 } },
      { traceId: second, verdict: { suggest: 'pass', label: 100 } },
    ])
  })
  it('says so where the picture could not be fetched', async () => {
    const { heard, check } = await openEar(keys)
    expect(heard).toEqual([])
    const traceId = await check('nothing-here')
    expect(heard).toEqual([{ traceId, verdict: null }])
  })
  it('a wrong signature is forged, each of three times; a verdict may come twice or never', async () => {
    const { heard, tell, check } = await openEar(keys)
    await tell('faults', { kind: 'wrongSignature' })
    await check()
    expect(heard.splice(0)).toEqual(['forged', 'forged', 'forged'])
    await tell('faults', { kind: 'pushTwice' })
    const traceId = await check()
    expect(heard.splice(0).map((one) => typeof one === 'object' && one.traceId)).toEqual([traceId, traceId])
    await tell('faults', { kind: 'noPush' })
    await check()
    expect(heard).toEqual([])
  })
})

describe('a push', () => {
  const message = JSON.stringify({
    Event: 'wxa_media_check',
    appid: plain.appId,
    trace_id: 't-1',
    result: { suggest: 'pass', label: 100 },
  })
  const signed = (keys: PushKeys, sealed?: string) => ({
    timestamp: '1796090400',
    nonce: '77',
    signature: signPush(keys.token, '1796090400', '77'),
    ...(sealed !== undefined && { msg_signature: signPush(keys.token, '1796090400', '77', sealed) }),
  })
  it('of another kind or for another mini-program is none of ours', () => {
    expect(readPush(plain, signed(plain), JSON.stringify({ Event: 'user_enter' }))).toBe('other')
    expect(readPush(plain, signed(plain), message.replace(plain.appId, 'wx0'))).toBe('other')
    expect(readPush(plain, signed(plain), 'not json')).toBe('other')
  })
  it('needs every part of its signature', () => {
    expect(readPush(plain, {}, message)).toBe('forged')
    expect(readPush(plain, { ...signed(plain), nonce: '78' }, message)).toBe('forged')
    expect(readPush(plain, { ...signed(plain), signature: 'ü' }, message)).toBe('forged')
  })
  it('in safe mode is read only when it is sealed for us, and not changed', () => {
    const sealed = sealPush(safe, message)
    const body = JSON.stringify({ Encrypt: sealed })
    expect(readPush(safe, signed(safe, sealed), body)).toMatchObject({ traceId: 't-1' })
    expect(readPush(safe, signed(safe), body)).toBe('forged')
    expect(readPush(safe, signed(safe, sealed), message)).toBe('forged')
    const other = sealPush({ ...safe, appId: 'wx1' }, message)
    expect(readPush(safe, signed(safe, other), JSON.stringify({ Encrypt: other }))).toBe('forged')
    const cut = sealed.slice(0, -8)
    expect(readPush(safe, signed(safe, cut), JSON.stringify({ Encrypt: cut }))).toBe('forged')
  })
  // WeChat's rule written out with other means: sort, join, SHA-1.
  it('is signed as documented', () => {
    expect(signPush('b', 'a', 'c')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d')
  })
})
