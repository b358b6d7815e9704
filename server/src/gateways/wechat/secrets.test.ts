import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createWechat } from './client.ts'
import { WechatFailure } from './gateway.ts'
import { demoApp } from './sandbox/sandbox.ts'
import { openBench } from './testing/bench.ts'

describe('secrets', () => {
  it('are in no failure, whatever is printed of it', async () => {
    const { connect, fault, url } = await openBench({}, { secret: 'wrong-secret', timeoutMs: 200 })
    const failures: unknown[] = []
    const keep = (error: unknown) => failures.push(error)
    for (const kind of ['garbage', 'down', null]) {
      if (kind) await fault(kind, { times: 2 })
      await connect().code2Session('the-login-code').catch(keep)
      await connect().phoneNumber('the-phone-code', 'the-openid').catch(keep)
    }
    const echo = JSON.stringify({ errcode: 40029, errmsg: 'invalid code the-login-code of wrong-secret' })
    await connect({ fetch: async () => new Response(echo) })
      .code2Session('the-login-code')
      .catch(keep)
    await connect({ fetch: () => fetch(`${url}:bad?secret=wrong-secret`) })
      .code2Session('the-login-code')
      .catch(keep)
    expect(failures).toHaveLength(8)
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(WechatFailure)
      const printed = `${inspect(failure, { depth: null })} ${JSON.stringify(failure)}`
      expect(printed).not.toMatch(/wrong-secret|the-login-code|the-phone-code|the-openid/)
    }
  })

  it('go over https, but to this very machine', () => {
    expect(() => createWechat({ ...demoApp, host: 'http://api.weixin.qq.com' })).toThrow('https')
    expect(() => createWechat({ ...demoApp, host: 'http://127.0.0.1.example.com' })).toThrow('https')
  })
})
