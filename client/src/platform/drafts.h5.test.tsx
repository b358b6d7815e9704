import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { host } from '../../test/taro.ts'
import { useDraft } from './drafts.ts'

it('a draft is written at once when the browser goes to another address', () => {
  const { result } = renderHook(() => useDraft('form', { title: '' }))
  act(() => result.current.change({ title: '太极' }))
  expect(host.store.get('drafts') ?? '').not.toContain('太极')
  window.dispatchEvent(new Event('pagehide'))
  expect(host.store.get('drafts')).toContain('太极')
})
