import { afterAll, beforeAll, expect, test } from 'vitest'
import { signPush } from '../gateways/wechat/push.ts'
import { demoApp } from '../gateways/wechat/sandbox/sandbox.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { PUSH_PATH } from './pushes.ts'
import { findCheck } from './store.ts'
import { putCheck } from './testing/check.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

function queryOf(token = 'pushtoken', more: Record<string, string> = {}) {
  const [timestamp, nonce] = ['1796090400', '77']
  return new URLSearchParams({ signature: signPush(token, timestamp, nonce), timestamp, nonce, ...more })
}
const verdict = (traceId: string, suggest: string, more: object = {}) =>
  JSON.stringify({
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: demoApp.appId,
    trace_id: traceId,
    errcode: 0,
    result: { suggest, label: suggest === 'pass' ? '100' : '20002' },
    ...more,
  })
async function push(body: string, token?: string) {
  const answer = await house.app.request(`${PUSH_PATH}?${queryOf(token)}`, { method: 'POST', body })
  return { status: answer.status, text: await answer.text() }
}
const waitingFor = (traceId: string) => putCheck(house, { part: 'picture', state: 'checking', traceId })
const stateOf = async (id: string) => (await findCheck(house.store.read, id))!.state

test('the address is proved to WeChat when it is set up, and to nobody else', async () => {
  const set = await house.app.request(`${PUSH_PATH}?${queryOf('pushtoken', { echostr: '4711' })}`)
  expect([set.status, await set.text()]).toEqual([200, '4711'])
  const other = await house.app.request(`${PUSH_PATH}?${queryOf('another', { echostr: '4711' })}`)
  expect([other.status, await other.text()]).toEqual([403, 'forbidden'])
})

test('a verdict with a wrong signature is refused and changes nothing', async () => {
  const { id } = await waitingFor('trace-forged')
  expect(await push(verdict('trace-forged', 'risky'), 'another')).toEqual({ status: 403, text: 'forbidden' })
  const bare = await house.app.request(PUSH_PATH, { method: 'POST', body: verdict('trace-forged', 'risky') })
  expect([bare.status, await stateOf(id)]).toEqual([403, 'checking'])
})

test('the first verdict counts; the same again, or another, is answered and changes nothing', async () => {
  const { id } = await waitingFor('trace-once')
  for (const suggest of ['pass', 'pass', 'risky'])
    expect(await push(verdict('trace-once', suggest))).toEqual({ status: 200, text: 'success' })
  expect(await stateOf(id)).toBe('passed')
})

test('two at the same time are one', async () => {
  const { id } = await waitingFor('trace-both')
  const both = await Promise.all([push(verdict('trace-both', 'risky')), push(verdict('trace-both', 'risky'))])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect(await stateOf(id)).toBe('hidden')
})

test('one that comes before its trace is written down is to come again', async () => {
  expect((await push(verdict('trace-early', 'pass'))).status).toBe(503)
  const { id } = await waitingFor('trace-early')
  expect((await push(verdict('trace-early', 'pass'))).status).toBe(200)
  expect(await stateOf(id)).toBe('passed')
})

test('one that comes when the waiting was given up still counts', async () => {
  const put = { part: 'picture', state: 'review', cause: 'gatewayDown', traceId: 'trace-late' } as const
  const { id } = await putCheck(house, put)
  await push(verdict('trace-late', 'risky'))
  expect(await stateOf(id)).toBe('hidden')
})

test('what is none of ours, or no message at all, is answered and forgotten; too much is not read', async () => {
  expect((await push(JSON.stringify({ Event: 'user_enter_tempsession' }))).status).toBe(200)
  expect((await push('<xml/>')).status).toBe(200)
  expect((await push('x'.repeat(300_000))).status).toBe(413)
})
