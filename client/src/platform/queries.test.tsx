import { act, renderHook, waitFor } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { getActivity, listActivities, signUp } from '@tmt/shared/activities/contract.ts'
import type { PropsWithChildren } from 'react'
import { expect, it } from 'vitest'
import { freshClient, problem, sentTo, serve } from '../../test/render.tsx'
import { keyOf, useAsk, useCommand, usePages } from './queries.ts'

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
