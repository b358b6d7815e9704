import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSms } from './client.ts'
import { SmsFailure } from './gateway.ts'
import { demoToken } from './sandbox/sandbox.ts'
import { message, openBench } from './testing/bench.ts'

describe('credentials', () => {
  it('are refused with another token', async () => {
    const { sms, sent } = await openBench({}, { token: 'wrong' })
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
        /demo-token|13800000001|123456/,
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
    const sms = createSms({ url: `http://127.0.0.1:${port}/`, token: demoToken })
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({ kind: 'unreachable', status: null })
    expect(await sent('13800000001')).toEqual([])
  })

  it('go over https, but to this very machine', () => {
    expect(() => createSms({ url: 'http://sms.example.com/', token: demoToken })).toThrow('https')
  })
})
