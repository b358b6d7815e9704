import { act, renderHook, waitFor } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { setName } from '@tmt/shared/people/contract.ts'
import { signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import type { PropsWithChildren } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { me } from '../../test/people.ts'
import { freshClient, problem, sentTo, serve } from '../../test/render.tsx'
import { host } from '../../test/taro.ts'
import { forgetIntentions } from './intentions.ts'
import { keyOf, useAsk, useCommand, usePages } from './queries.ts'
import { endSession, startSession } from './session.ts'

beforeEach(() => endSession())

const id = '01999999-0000-7000-8000-000000000001'
const other = '01999999-0000-7000-8000-000000000002'
function inClient() {
  const client = freshClient()
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return { client, wrapper }
}
const keys = () => sentTo(signUp).map((sent) => sent.header['Idempotency-Key'])

it('keeps the key of an intention while its outcome is unknown, and makes a new one afterwards', async () => {
  const { wrapper } = inClient()
  const hook = renderHook(() => useCommand(signUp), { wrapper })
  const press = (which: string) =>
    act(() => hook.result.current.mutateAsync({ id: which }).catch(() => undefined))
  serve([signUp, 'offline'])
  await press(id)
  serve([signUp, { status: 503, data: problem('unavailable', 503, '系统正忙') }])
  await press(id)
  serve([signUp, { status: 409, data: problem('full', 409, '名额已满') }])
  await press(id)
  serve([signUp, { data: {} }])
  await press(id)
  await press(id)
  const [lost, busy, refused, again, anew] = keys()
  expect(busy).toBe(lost)
  expect(refused).toBe(lost)
  expect(again).not.toBe(lost)
  expect(anew).not.toBe(again)
})

/** Presses once on a page that is opened for it and left. */
async function pressOnce(endpoint: typeof signUp | typeof cancelSignup, which = id) {
  const { wrapper } = inClient()
  const page = renderHook(() => useCommand(endpoint), { wrapper })
  await act(() => page.result.current.mutateAsync({ id: which }).catch(() => undefined))
  page.unmount()
}
const person = me()
const neighbour = me([], { id: '01999999-0000-7000-8000-00000000000b' })

describe('a page that was left after a lost answer', () => {
  beforeEach(() => startSession('t', person))

  it('sends the same key when it is opened again, until the outcome is known', async () => {
    serve([signUp, 'offline'])
    await pressOnce(signUp)
    serve([signUp, { data: {} }])
    await pressOnce(signUp)
    await pressOnce(signUp)
    const [lost, again, anew] = keys()
    expect(again).toBe(lost)
    expect(anew).not.toBe(lost)
  })

  it('does so through a lost session, and in an app that was started anew', async () => {
    serve([signUp, 'offline'])
    await pressOnce(signUp)
    serve([signUp, { status: 401, data: problem('notSignedIn', 401, '请先登录') }])
    await pressOnce(signUp)
    startSession('t2', person)
    vi.resetModules()
    const anew = await import('./intentions.ts')
    const session = await import('./session.ts')
    expect(session.useSession.getState().me?.id).toBe(person.id)
    expect(anew.keyFor(signUp, { id })).toBe(keys()[0])
    expect(keys()[1]).toBe(keys()[0])
  })

  it('has the key for this person alone, and for nobody after they left', async () => {
    serve([signUp, 'offline'])
    await pressOnce(signUp)
    startSession('t2', neighbour)
    await pressOnce(signUp)
    startSession('t', person)
    forgetIntentions(person.id)
    await pressOnce(signUp)
    expect(new Set(keys()).size).toBe(3)
  })

  it('takes the same for another act once the thing was acted on otherwise', async () => {
    serve([signUp, 'offline'], [cancelSignup, { data: {} }])
    await pressOnce(signUp)
    await pressOnce(cancelSignup)
    await pressOnce(signUp)
    expect(new Set(keys()).size).toBe(2)
  })

  it('keeps what was meant for another thing, and nothing for longer than the server', async () => {
    serve([signUp, 'offline'])
    await pressOnce(signUp)
    await pressOnce(signUp, other)
    await pressOnce(signUp)
    expect(keys()[2]).toBe(keys()[0])
    vi.useFakeTimers({ now: Date.now() + DAY, toFake: ['Date'] })
    await pressOnce(signUp)
    expect(keys()[3]).not.toBe(keys()[0])
  })

  it('lies on the device without what was written', async () => {
    serve([setName, 'offline'])
    const { wrapper } = inClient()
    const page = renderHook(() => useCommand(setName), { wrapper })
    await act(() => page.result.current.mutateAsync({ name: '演示甲' }).catch(() => undefined))
    expect(host.store.get('intentions')).toBeTruthy()
    expect(host.store.get('intentions')).not.toContain('演示甲')
  })
})

it('keeps nothing of a sign-in on the device, and its key for as long as a code is good', async () => {
  const { wrapper } = inClient()
  const input = { phone: '19900000001', code: '246810' }
  const attempt = async () => {
    const page = renderHook(() => useCommand(signInByCode), { wrapper })
    await act(() => page.result.current.mutateAsync(input).catch(() => undefined))
    page.unmount()
  }
  serve([signInByCode, 'offline'])
  await attempt()
  await attempt()
  vi.useFakeTimers({ now: Date.now() + 5 * MINUTE, toFake: ['Date'] })
  await attempt()
  const [lost, again, later] = sentTo(signInByCode).map((sent) => sent.header['Idempotency-Key'])
  expect(again).toBe(lost)
  expect(later).not.toBe(lost)
  expect(host.store.get('intentions')).toBeUndefined()
})

it('takes another input for another intention', async () => {
  const { wrapper } = inClient()
  const hook = renderHook(() => useCommand(signUp), { wrapper })
  serve([signUp, 'offline'])
  for (const which of [id, other])
    await act(() => hook.result.current.mutateAsync({ id: which }).catch(() => undefined))
  expect(new Set(keys()).size).toBe(2)
})

it('asks again after what a command has changed', async () => {
  const { wrapper } = inClient()
  serve([getActivity, { data: { id } }], [signUp, { data: {} }])
  const page = renderHook(
    () => ({
      ask: useAsk(getActivity, { id }),
      command: useCommand(signUp, { changes: [keyOf(getActivity)] }),
    }),
    { wrapper },
  )
  await waitFor(() => expect(page.result.current.ask.isSuccess).toBe(true))
  await act(() => page.result.current.command.mutateAsync({ id }))
  await waitFor(() => expect(sentTo(getActivity)).toHaveLength(2))
})

it('reads a list page by page, apart from the same list read at once', async () => {
  const { wrapper } = inClient()
  serve([
    listActivities,
    (sent) => ({
      data: sent.url.includes('cursor=c1') ? { items: ['b'], next: null } : { items: ['a'], next: 'c1' },
    }),
  ])
  const input = { division: '321202001001' }
  const hook = renderHook(
    () => ({ pages: usePages(listActivities, input), ask: useAsk(listActivities, input) }),
    {
      wrapper,
    },
  )
  await waitFor(() => expect(hook.result.current.pages.hasNextPage).toBe(true))
  await act(() => hook.result.current.pages.fetchNextPage())
  await waitFor(() =>
    expect(hook.result.current.pages.data?.pages.flatMap((p) => p.items)).toEqual(['a', 'b']),
  )
  expect(hook.result.current.pages.hasNextPage).toBe(false)
  expect(hook.result.current.ask.data?.items).toEqual(['a'])
})
