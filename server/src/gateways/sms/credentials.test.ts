import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSms } from './client.ts'
import type { SmsAuth, SmsOptions } from './client.ts'
import { SmsFailure } from './gateway.ts'
import { demoAuth } from './sandbox/sandbox.ts'
import { signBody } from './signature.ts'
import { message, openBench, START } from './testing/bench.ts'

describe('credentials', () => {
  const bearer: SmsAuth = { kind: 'bearer', token: 'demo-token' }

  it('are a signature over time and body, or a bearer token', async () => {
    expect(signBody('demo-secret', '1791853200', '{"a":1}')).toBe(
      'ffe3e01aac90703ee8a591d8b574a3674661db8b1494dbaf898a627673ce6f27',
    )
    const { sms } = await openBench({ auth: bearer }, { auth: bearer })
    expect(await sms.send(message('k-1'))).toHaveProperty('providerId')
  })

  it.each<[string, Partial<SmsOptions>, SmsAuth]>([
    ['another secret', { auth: { kind: 'hmac', keyId: 'demo', secret: 'wrong' } }, demoAuth],
    ['another key', { auth: { kind: 'hmac', keyId: 'other', secret: 'demo-secret' } }, demoAuth],
    ['a clock five minutes off', { now: () => START + 301_000 }, demoAuth],
    ['no signature', { auth: bearer }, demoAuth],
    ['another token', { auth: { kind: 'bearer', token: 'wrong' } }, bearer],
  ])('are refused with %s', async (_, client, auth) => {
    const { sms, sent } = await openBench({ auth }, client)
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({ kind: 'refused', status: 401 })
    expect(await sent('13800000001')).toEqual([])
  })

  it('are in no failure, nor are number and code', async () => {
    const { sms, fault } = await openBench({}, { timeoutMs: 200 })
    const failures: unknown[] = []
    for (const kind of ['busy', 'down', 'garbage']) await fault({ kind })
    await fault({ kind: 'refuseNumber', phone: '13800000001' })
    for (let n = 0; n < 4; n += 1) await sms.send(message('k-1')).catch((error) => failures.push(error))
    expect(failures).toHaveLength(4)
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(SmsFailure)
      expect(`${inspect(failure, { depth: null })} ${JSON.stringify(failure)}`).not.toMatch(
        /demo-secret|13800000001|123456/,
      )
    }
  })

  it('follow no redirect, nor does the code', async () => {
    const { url, sent } = await openBench()
    const server = createServer((_, response) =>
      response.writeHead(307, { location: `${url}/messages` }).end(),
    )
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const sms = createSms({ url: `http://127.0.0.1:${port}/`, auth: demoAuth, now: () => START })
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({ kind: 'unreachable', status: null })
    expect(await sent('13800000001')).toEqual([])
  })

  it('go over https, but to this very machine', () => {
    expect(() => createSms({ url: 'http://sms.example.com/', auth: demoAuth })).toThrow('https')
  })
})
