import { afterEach, expect, it, vi } from 'vitest'
import { shareLink } from './share-link.h5.ts'

const withShare = (share: () => Promise<void>) => vi.stubGlobal('navigator', { share })
afterEach(() => vi.unstubAllGlobals())
const send = () => shareLink!('太极拳入门课', '/activities/pages/detail/index?id=1')

it('takes closing the share sheet for no failure', async () => {
  withShare(() => Promise.reject(new DOMException('Share canceled', 'AbortError')))
  expect(await send()).toBe('closed')
})

it('says when the browser would not share', async () => {
  withShare(() => Promise.reject(new DOMException('not now', 'NotAllowedError')))
  expect(await send()).toBe('failed')
  withShare(() => Promise.resolve())
  expect(await send()).toBe('shared')
})
