import { describe, expect, it } from 'vitest'
import { openBench } from './testing/bench.ts'

const MINUTE = 60_000
const other = { appId: 'wxother000000000', secret: 'other-secret' }
const mine = { appId: 'wxmine0000000000', secret: 'mine-secret' }

describe('code2Session', () => {
  it('says who it is and keeps the session key to itself', async () => {
    const { wechat, loginCode } = await openBench()
    const { code, openid } = await loginCode()
    expect(await wechat.code2Session(code)).toEqual({ openid, unionid: null })
  })

  it('gives the unionid when WeChat does', async () => {
    const { wechat, loginCode } = await openBench()
    const { code } = await loginCode({ openid: 'o-1', unionid: 'u-1' })
    expect(await wechat.code2Session(code)).toEqual({ openid: 'o-1', unionid: 'u-1' })
  })

  it('takes a code once: 40163', async () => {
    const { wechat, loginCode } = await openBench()
    const { code } = await loginCode()
    await wechat.code2Session(code)
    await expect(wechat.code2Session(code)).rejects.toMatchObject({ kind: 'codeUsed', errcode: 40163 })
  })

  it('lets one of two simultaneous exchanges through', async () => {
    const { wechat, loginCode } = await openBench()
    const { code } = await loginCode()
    const outcomes = await Promise.allSettled([wechat.code2Session(code), wechat.code2Session(code)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('takes a code until five minutes have passed: 40029', async () => {
    const { wechat, loginCode, clock } = await openBench()
    const [first, second] = [await loginCode({ openid: 'o-1' }), await loginCode()]
    clock.forward(5 * MINUTE - 1)
    expect(await wechat.code2Session(first.code)).toMatchObject({ openid: 'o-1' })
    clock.forward(1)
    await expect(wechat.code2Session(second.code)).rejects.toMatchObject({ kind: 'codeInvalid' })
  })

  it('knows no other code: 40029, with the request id', async () => {
    const { wechat, phoneCode } = await openBench()
    const { code } = await phoneCode({ openid: 'o-1', phone: '13800000001' })
    await expect(wechat.code2Session('made up')).rejects.toMatchObject({
      kind: 'codeInvalid',
      errcode: 40029,
      rid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    await expect(wechat.code2Session(code)).rejects.toMatchObject({ kind: 'codeInvalid' })
  })

  it('binds a code to the mini-program that it was issued in', async () => {
    const { connect, loginCode } = await openBench({ apps: [mine, other] })
    const { code, openid } = await loginCode({ appId: other.appId })
    await expect(connect(mine).code2Session(code)).rejects.toMatchObject({ kind: 'codeInvalid' })
    expect(await connect(other).code2Session(code)).toMatchObject({ openid })
  })

  it('lets a user exchange 100 codes a minute: 45011', async () => {
    const { wechat, loginCode, clock } = await openBench()
    const login = async () => wechat.code2Session((await loginCode({ openid: 'o-1' })).code)
    const first = await Promise.allSettled(Array.from({ length: 100 }, login))
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(100)
    await expect(login()).rejects.toMatchObject({ kind: 'tooOften', errcode: 45011 })
    expect(await wechat.code2Session((await loginCode({ openid: 'o-2' })).code)).toMatchObject({
      openid: 'o-2',
    })
    clock.forward(MINUTE)
    expect(await login()).toMatchObject({ openid: 'o-1' })
  })

  it('blocks a user of high risk, and no one else: 40226', async () => {
    const { wechat, loginCode, fault } = await openBench()
    await fault('highRisk', { openid: 'o-1', times: 1 })
    const login = async (openid: string) => wechat.code2Session((await loginCode({ openid })).code)
    expect(await login('o-2')).toMatchObject({ openid: 'o-2' })
    await expect(login('o-1')).rejects.toMatchObject({ kind: 'highRisk', errcode: 40226 })
    expect(await login('o-1')).toMatchObject({ openid: 'o-1' })
  })

  it('refuses our wrong secret as a credential, an unknown app as unexpected', async () => {
    const { connect } = await openBench()
    await expect(connect({ secret: 'wrong' }).code2Session('demo-login-a-1')).rejects.toMatchObject({
      kind: 'tokenInvalid',
      errcode: 40125,
    })
    await expect(connect({ appId: 'wxunknown' }).code2Session('demo-login-a-1')).rejects.toMatchObject({
      kind: 'unexpected',
      errcode: 40013,
    })
  })
})

describe('codes that nobody issued', () => {
  it('takes a demonstration login code once, and the same part is the same user', async () => {
    const { wechat } = await openBench()
    const openid = 'demo-openid-jia'
    expect(await wechat.code2Session('demo-login-jia-1')).toEqual({ openid, unionid: null })
    expect(await wechat.code2Session('demo-login-jia-0c9f-77')).toEqual({ openid, unionid: null })
    await expect(wechat.code2Session('demo-login-jia-1')).rejects.toMatchObject({ kind: 'codeUsed' })
    await expect(wechat.code2Session('demo-login-jia')).rejects.toMatchObject({ kind: 'codeInvalid' })
  })

  it('takes a demonstration phone code once, from any user', async () => {
    const { wechat } = await openBench()
    const code = 'demo-phone-13800000001-1'
    expect(await wechat.phoneNumber(code, 'demo-openid-jia')).toEqual({ phone: '13800000001' })
    await expect(wechat.phoneNumber(code)).rejects.toMatchObject({ kind: 'codeInvalid' })
    await expect(wechat.phoneNumber('demo-phone-138-1')).rejects.toMatchObject({ kind: 'codeInvalid' })
  })

  it('takes seeded codes', async () => {
    const login = [{ code: 'seed-1', openid: 'o-1', unionid: 'u-1' }]
    const phone = [{ code: 'seed-2', openid: 'o-1', phone: '13800000001' }]
    const { wechat } = await openBench({ seedCodes: { login, phone } })
    expect(await wechat.code2Session('seed-1')).toEqual({ openid: 'o-1', unionid: 'u-1' })
    expect(await wechat.phoneNumber('seed-2', 'o-1')).toEqual({ phone: '13800000001' })
  })
})
