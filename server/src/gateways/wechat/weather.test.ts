import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWechat } from './client.ts'
import { demoApp } from './sandbox/sandbox.ts'
import { openBench } from './testing/bench.ts'

const answering = (body: string) =>
  createWechat({ ...demoApp, fetch: async () => new Response(body), retryWaitMs: 1 })

/** Something else than WeChat, on a port of its own until the test ends. */
async function serve(handle: RequestListener) {
  const server = createServer(handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('when WeChat has a bad day', () => {
  it('comes again once when it is busy: -1', async () => {
    const { wechat, fault, count } = await openBench()
    await fault('busy')
    expect(await wechat.code2Session('demo-login-a-1')).toMatchObject({ openid: 'demo-openid-a' })
    expect(count('jscode2session')).toBe(2)
    await fault('busy', { times: 2 })
    await expect(wechat.code2Session('demo-login-a-2')).rejects.toMatchObject({ kind: 'busy', errcode: -1 })
    expect(count('jscode2session')).toBe(4)
    await fault('busy', { times: 1 })
    expect(await wechat.phoneNumber('demo-phone-13800000001-1')).toEqual({ phone: '13800000001' })
    expect(count('stable_token')).toBe(2)
  })

  it('waits no longer than its timeout', async () => {
    const { connect, fault } = await openBench({ slowMs: 20_000 }, { timeoutMs: 50 })
    await fault('slow')
    await expect(connect().code2Session('demo-login-a-1')).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('timeout'),
    })
  })

  it('takes a late answer that is in time', async () => {
    const { wechat, fault } = await openBench({ slowMs: 20 })
    await fault('slow')
    expect(await wechat.code2Session('demo-login-a-1')).toMatchObject({ openid: 'demo-openid-a' })
  })

  it('stops waiting for a body that never ends', async () => {
    const host = await serve((_, response) => response.write('{"openid":'))
    const wechat = createWechat({ ...demoApp, host, timeoutMs: 50 })
    await expect(wechat.code2Session('a')).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it.each([
    ['garbage', 'not json'],
    ['down', 'http 503'],
  ])('is unreachable on %s', async (kind, detail) => {
    const { wechat, fault } = await openBench()
    await fault(kind)
    await expect(wechat.code2Session('demo-login-a-1')).rejects.toMatchObject({
      kind: 'unreachable',
      errcode: null,
      message: `wechat jscode2session: unreachable (${detail})`,
    })
  })

  it('is unreachable when nobody listens', async () => {
    const bench = await openBench()
    await bench.close()
    await expect(bench.wechat.code2Session('a')).rejects.toMatchObject({ kind: 'unreachable' })
    await expect(bench.wechat.phoneNumber('a')).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it('follows no redirect, which would carry the secret along', async () => {
    const paths: string[] = []
    const host = await serve((request, response) => {
      paths.push(new URL(request.url ?? '', 'http://127.0.0.1').pathname)
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    const wechat = createWechat({ ...demoApp, host })
    await expect(wechat.code2Session('a')).rejects.toMatchObject({ kind: 'unreachable' })
    expect(paths).toEqual(['/sns/jscode2session'])
  })

  it.each([
    [40001, 'tokenInvalid'],
    [40014, 'tokenInvalid'],
    [40029, 'codeInvalid'],
    [40125, 'tokenInvalid'],
    [40163, 'codeUsed'],
    [40226, 'highRisk'],
    [42001, 'tokenInvalid'],
    [45009, 'unexpected'],
    [45011, 'tooOften'],
    [-1, 'busy'],
  ])('names %i %s', async (errcode, kind) => {
    const body = JSON.stringify({ errcode, errmsg: 'words' })
    await expect(answering(body).code2Session('a')).rejects.toMatchObject({ kind, errcode, rid: null })
  })

  it('expects nothing of an answer of another shape', async () => {
    for (const body of ['[]', 'null', '{}', '{"openid":7}', '{"openid":""}']) {
      await expect(answering(body).code2Session('a')).rejects.toMatchObject({
        kind: 'unexpected',
        errcode: null,
      })
    }
  })

  it('keeps the request id of a refusal', async () => {
    const body = '{"errcode":40029,"errmsg":"invalid code, rid: 6371a1b2-0c3d4e5f"}'
    await expect(answering(body).code2Session('a')).rejects.toMatchObject({ rid: '6371a1b2-0c3d4e5f' })
  })
})
