import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { host } from './taro.ts'

beforeEach(() => {
  host.stack = [{}, {}]
  host.params = {}
  host.path = ''
  host.sent = []
  host.shared = null
  host.store.clear()
  host.answer = () => Promise.reject(new Error('no network'))
})
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
  vi.useRealTimers()
})
