import { waitFor } from '@testing-library/react'
import { listAskable, recordSubscriptions, unreadMessages } from '@tmt/shared/messages/contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { me } from '../../test/people.ts'
import { draw, freshClient, sentTo, serve } from '../../test/render.tsx'
import Taro from '../../test/taro.ts'
import { askForNews } from '../platform/news.ts'
import { keyOf } from '../platform/queries.ts'
import { endSession, startSession } from '../platform/session.ts'
import { useAskingAtTaps } from './requests.ts'

const items = [
  { template: 'activityReminder', act: 'activities.signUp', wechatId: 'w-1' },
  { template: 'activityCancelled', act: 'activities.signUp', wechatId: 'w-2' },
  { template: 'activityChanged', act: 'another.act', wechatId: 'w-3' },
]
function App() {
  useAskingAtTaps()
  return null
}
/** The app, once it knows what may be asked for. */
async function start(askable: object[] = items) {
  serve(
    [listAskable, { data: { items: askable } }],
    [recordSubscriptions, { data: { ok: true } }],
    [unreadMessages, { data: { unread: 0 } }],
  )
  const client = freshClient()
  draw(<App />, client)
  await waitFor(() => expect(client.getQueryData(keyOf(listAskable, {}))).toBeDefined())
}
const answers = (answer: Record<string, string>) =>
  Taro.requestSubscribeMessage.mockResolvedValueOnce({ errMsg: 'requestSubscribeMessage:ok', ...answer })

beforeEach(() => {
  endSession()
  startSession('t', me(['resident']))
})

describe('in WeChat', () => {
  it('a tap asks once for what closes its act, and what was agreed to is told the server', async () => {
    await start()
    answers({ 'w-1': 'accept', 'w-2': 'reject' })
    await askForNews('activities.signUp')
    expect(Taro.requestSubscribeMessage).toHaveBeenCalledExactlyOnceWith({ tmplIds: ['w-1', 'w-2'] })
    await waitFor(() => expect(sentTo(recordSubscriptions)).toHaveLength(1))
    expect(sentTo(recordSubscriptions)[0]!.data).toEqual({ accepted: ['activityReminder'] })
  })

  it('what is refused, fails or was switched off does not hold up the act, and is not told the server', async () => {
    await start()
    answers({ 'w-1': 'reject', 'w-2': 'ban' })
    await askForNews('activities.signUp')
    Taro.requestSubscribeMessage.mockRejectedValueOnce(new Error('requestSubscribeMessage:fail 20004'))
    await expect(askForNews('activities.signUp')).resolves.toBeUndefined()
    expect(sentTo(recordSubscriptions)).toHaveLength(0)
  })

  it('a server that can’t be told does not hold up the act', async () => {
    await start()
    serve([recordSubscriptions, 'offline'])
    answers({ 'w-1': 'accept' })
    await expect(askForNews('activities.signUp')).resolves.toBeUndefined()
  })

  it.each([
    ['nothing is configured', []],
    ['nothing closes this act', [items[2]!]],
  ])('nobody is asked where %s', async (_, askable) => {
    await start(askable)
    await askForNews('activities.signUp')
    expect(Taro.requestSubscribeMessage).not.toHaveBeenCalled()
  })

  it('nobody is asked who is not signed in', async () => {
    await start()
    endSession()
    await askForNews('activities.signUp')
    expect(Taro.requestSubscribeMessage).not.toHaveBeenCalled()
  })
})
