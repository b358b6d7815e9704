import { describe, expect, it } from 'vitest'
import { demoApp } from './sandbox/sandbox.ts'
import { createClock, openBench } from './testing/bench.ts'

const MINUTE = 60_000
const user = { openid: 'o-1', phone: '13800000001' }

describe('phoneNumber', () => {
  it('takes a code once, within five minutes, of the phone button alone: 40029', async () => {
    const { wechat, phoneCode, loginCode, clock } = await openBench()
    const [first, second] = [await phoneCode(user), await phoneCode(user)]
    expect(await wechat.phoneNumber(first.code)).toEqual({ phone: user.phone })
    await expect(wechat.phoneNumber(first.code)).rejects.toMatchObject({
      kind: 'codeInvalid',
      errcode: 40029,
    })
    clock.forward(5 * MINUTE)
    await expect(wechat.phoneNumber(second.code)).rejects.toMatchObject({ kind: 'codeInvalid' })
    await expect(wechat.phoneNumber((await loginCode()).code)).rejects.toMatchObject({ kind: 'codeInvalid' })
  })

  it('is the number of the user who is named', async () => {
    const { wechat, phoneCode } = await openBench()
    const { code } = await phoneCode(user)
    await expect(wechat.phoneNumber(code, 'o-2')).rejects.toMatchObject({ kind: 'codeInvalid' })
    expect(await wechat.phoneNumber(code, 'o-1')).toEqual({ phone: user.phone })
  })

  it('gives mainland numbers alone', async () => {
    const { wechat, phoneCode } = await openBench()
    const abroad = await phoneCode({ openid: 'o-1', phone: '50000001', countryCode: 852 })
    await expect(wechat.phoneNumber(abroad.code)).rejects.toMatchObject({
      kind: 'foreignPhone',
      errcode: null,
    })
    const landline = await phoneCode({ openid: 'o-1', phone: '52300000001' })
    await expect(wechat.phoneNumber(landline.code)).rejects.toMatchObject({ kind: 'unexpected' })
  })
})

describe('the access token', () => {
  it('is fetched once for 50 calls at the same time, and once more for 50 after it was refused', async () => {
    const { wechat, fault, count } = await openBench()
    const askFifty = (round: string) =>
      Promise.all(
        Array.from({ length: 50 }, (_, n) => wechat.phoneNumber(`demo-phone-${13800000001 + n}-${round}`)),
      )
    const phones = Array.from({ length: 50 }, (_, n) => ({ phone: String(13800000001 + n) }))
    expect(await askFifty('first')).toEqual(phones)
    expect(count('stable_token')).toBe(1)

    await fault('expireTokens')
    expect(await askFifty('second')).toEqual(phones)
    expect(count('stable_token')).toBe(2)
  })

  it('is kept until four minutes before its end', async () => {
    const { wechat, phoneCode, clock, count } = await openBench()
    const ask = async () => wechat.phoneNumber((await phoneCode(user)).code)
    await ask()
    clock.forward(116 * MINUTE - 1)
    await ask()
    expect(count('stable_token')).toBe(1)
    clock.forward(1)
    await ask()
    expect(count('stable_token')).toBe(2)
    expect(count('getuserphonenumber')).toBe(3)
  })

  it('is fetched anew when WeChat says it has expired: 42001', async () => {
    const ours = createClock()
    const { wechat, phoneCode, clock, count } = await openBench({}, { now: ours.now })
    const ask = async () => wechat.phoneNumber((await phoneCode(user)).code)
    await ask()
    clock.forward(120 * MINUTE)
    expect(await ask()).toEqual({ phone: user.phone })
    expect(count('getuserphonenumber')).toBe(3)
    expect(count('stable_token')).toBe(2)
  })

  it('is fetched anew when a forced refresh elsewhere killed it: 40001', async () => {
    const { wechat, phoneCode, count, url } = await openBench()
    const ask = async () => wechat.phoneNumber((await phoneCode(user)).code)
    await ask()
    const { appId: appid, secret } = demoApp
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: true }
    await fetch(`${url}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(body) })
    expect(await ask()).toEqual({ phone: user.phone })
    expect(count('getuserphonenumber')).toBe(3)
    expect(count('stable_token')).toBe(2)
  })

  it('is asked for twice and no more when each is refused', async () => {
    const stub: typeof fetch = async (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      asked.push(pathname)
      return Response.json(
        pathname.endsWith('stable_token')
          ? { access_token: 'dead', expires_in: 7200 }
          : { errcode: 42001, errmsg: 'access_token expired' },
      )
    }
    const asked: string[] = []
    const { connect } = await openBench()
    await expect(connect({ fetch: stub }).phoneNumber('a')).rejects.toMatchObject({ kind: 'tokenInvalid' })
    expect(asked.map((path) => path.split('/').at(-1))).toEqual([
      'stable_token',
      'getuserphonenumber',
      'stable_token',
      'getuserphonenumber',
    ])
  })

  it('is refused to a wrong secret, at once and every time: 40001', async () => {
    const { connect, count } = await openBench()
    const wechat = connect({ secret: 'wrong' })
    const refusal = { kind: 'tokenInvalid', operation: 'stable_token', errcode: 40001 }
    await expect(wechat.phoneNumber('demo-phone-13800000001-1')).rejects.toMatchObject(refusal)
    await expect(wechat.phoneNumber('demo-phone-13800000001-1')).rejects.toMatchObject(refusal)
    expect(count('stable_token')).toBe(2)
    expect(count('getuserphonenumber')).toBe(0)
  })

  it('fails all who wait for it, and is asked for again by the next', async () => {
    const { wechat, fault, count } = await openBench()
    await fault('down')
    const ask = (n: number) => wechat.phoneNumber(`demo-phone-13800000001-${n}`)
    const outcomes = await Promise.allSettled([ask(1), ask(2), ask(3)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(count('stable_token')).toBe(1)
    expect(await ask(1)).toEqual({ phone: '13800000001' })
  })
})
