import { describe, expect, it } from 'vitest'
import { fitted } from './subscribe-data.ts'
import { openBench } from './testing/bench.ts'

const templates = { 'template-1': ['thing1', 'time2'] }
const data = { thing1: '剪纸课', time2: '2026年12月3日 09:30' }
const message = (more = {}) => ({
  openid: 'o-1',
  templateId: 'template-1',
  page: 'activities/pages/detail/index?id=1',
  data,
  ...more,
})
async function open(sandbox = {}, client = {}) {
  const bench = await openBench({ templates, ...sandbox }, client)
  const post = (body: object) =>
    fetch(`${bench.url}/sandbox/subscriptions`, { method: 'POST', body: JSON.stringify(body) })
  return {
    ...bench,
    agree: (times = 1, openid = 'o-1') => post({ openid, templateId: 'template-1', times }),
    sent: async (openid = 'o-1') => {
      const response = await fetch(`${bench.url}/sandbox/subscribe-messages?openid=${openid}`)
      return ((await response.json()) as { items: object[] }).items
    },
  }
}

describe('a subscribe message', () => {
  it('reaches whoever agreed, once for each agreement', async () => {
    const { wechat, agree, sent } = await open()
    await agree(2)
    await wechat.sendSubscribe(message())
    await wechat.sendSubscribe(message())
    await expect(wechat.sendSubscribe(message())).rejects.toMatchObject({
      kind: 'notSubscribed',
      errcode: 43101,
      operation: 'subscribe/send',
    })
    expect(await sent()).toEqual(
      [1, 2].map(() => message({ data: { thing1: { value: '剪纸课' }, time2: { value: data.time2 } } })),
    )
  })

  it.each([
    [40003, message({ openid: 'nobody' })],
    [40037, message({ templateId: 'template-9' })],
    [41030, message({ page: 'no page' })],
    [47003, message({ data: { ...data, thing1: '二十一个字'.repeat(4) + '多' } })],
    [47003, message({ data: { ...data, time2: '明天上午' } })],
    [47003, message({ data: { thing1: '剪纸课' } })],
    [47003, message({ data: { ...data, thing1: ' ' } })],
  ])('is refused with %i, and the agreement stays', async (errcode, wrong) => {
    const { wechat, agree, sent } = await open()
    await agree()
    await expect(wechat.sendSubscribe(wrong)).rejects.toMatchObject({ kind: 'badMessage', errcode })
    await wechat.sendSubscribe(message())
    expect(await sent()).toHaveLength(1)
  })

  it('is sent with the next token when this one has died', async () => {
    const { wechat, agree, sent, fault, count } = await open()
    await agree(2)
    await wechat.sendSubscribe(message())
    await fault('expireTokens')
    await wechat.sendSubscribe(message())
    expect(await sent()).toHaveLength(2)
    expect(count('stable_token')).toBe(2)
  })

  it('that timed out may have been sent; one that WeChat turned away was not', async () => {
    const { wechat, agree, fault, connect } = await open({ slowMs: 5000 })
    await agree(3)
    await wechat.sendSubscribe(message())
    await fault('slow')
    const hasty = connect({ timeoutMs: 300 })
    await expect(hasty.sendSubscribe(message())).rejects.toMatchObject({ kind: 'unreachable', unknown: true })
    await fault('down')
    await expect(wechat.sendSubscribe(message())).rejects.toMatchObject({
      kind: 'unreachable',
      unknown: false,
    })
  })

  it('shows neither token, openid nor words in its failure', async () => {
    const { wechat } = await open()
    const failure = (await wechat.sendSubscribe(message()).catch((error: unknown) => error)) as Error
    expect(`${failure.message} ${JSON.stringify(failure)}`).not.toMatch(/o-1|剪纸课|access_token/)
  })
})

describe('what stands in a blank', () => {
  it.each([
    ['thing1', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing1', '一二三四五六七八九十一二三四五六七八九十多', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing1', '  两行\n变一行 ', '两行 变一行'],
    ['thing1', '', '无'],
    ['phrase2', '活动已经取消', '活动已经…'],
    ['time2', Date.UTC(2026, 11, 3, 1, 30), '2026年12月3日 09:30'],
  ])('%s: %s is %s', (key, value, expected) => {
    expect(fitted(key, value)).toBe(expected)
  })
})
