import { act, renderHook, waitFor } from '@testing-library/react'
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { getMe, setName } from '@tmt/shared/people/contract.ts'
import type { PropsWithChildren } from 'react'
import { expect, it } from 'vitest'
import { me } from '../../test/people.ts'
import { freshClient, sentTo, serve } from '../../test/render.tsx'
import { useFreshMe } from '../people/requests.ts'
import { useSetName } from './me.ts'
import { keyOf } from './queries.ts'
import { endSession, startSession, useSession } from './session.ts'

const nameless = me([], { name: null })
const named = me([], { name: '演示甲' })

function open() {
  const client = freshClient()
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  return renderHook(
    () => {
      useFreshMe()
      const known = useQueryClient().getQueryData(keyOf(getMe, {})) !== undefined
      return { known, ...useSetName(() => undefined) }
    },
    { wrapper },
  )
}

it('is not undone by an answer that was on its way when the account changed', async () => {
  startSession('t', nameless)
  let answerLate = () => undefined as void
  const late = new Promise<{ data: unknown }>((resolve) => {
    answerLate = () => resolve({ data: nameless })
  })
  serve([getMe, () => late], [setName, { data: named }])
  const page = open()
  await waitFor(() => expect(sentTo(getMe)).toHaveLength(1))
  await act(() => page.result.current.mutateAsync({ name: '演示甲' }))
  await act(async () => {
    answerLate()
    await late
  })
  expect(useSession.getState().me?.name).toBe('演示甲')
})

it('is not told to the next person when the answer comes after leaving', async () => {
  startSession('t', nameless)
  const next = me([], { id: '01999999-0000-7000-8000-00000000000b', name: '演示乙' })
  serve(
    [getMe, { data: nameless }],
    [
      setName,
      () => {
        endSession()
        startSession('t2', next)
        return { data: named }
      },
    ],
  )
  const page = open()
  await waitFor(() => expect(page.result.current.known).toBe(true))
  await act(() => page.result.current.mutateAsync({ name: '演示甲' }))
  expect(useSession.getState().me?.id).toBe(next.id)
})
