import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { me } from '../../test/people.ts'
import { host } from '../../test/taro.ts'
import { discardDrafts, useDraft } from './drafts.ts'
import { endSession, expireSession, startSession } from './session.ts'

const empty = { title: '', body: '' }
const open = (key = 'form', initial: object = empty) =>
  renderHook(() => useDraft(key, initial as typeof empty))
beforeEach(() => endSession())

describe('a draft', () => {
  it('is there again after the page was left at once', () => {
    const page = open()
    expect(page.result.current).toMatchObject({ value: empty, restored: false })
    act(() => page.result.current.change({ title: '太极' }))
    act(() => page.result.current.change({ body: '每周二' }))
    page.unmount()
    expect(open().result.current).toMatchObject({ value: { title: '太极', body: '每周二' }, restored: true })
  })

  it('is written while typing, so that a killed app loses at most a moment', () => {
    vi.useFakeTimers()
    const page = open()
    act(() => page.result.current.change({ title: '太极' }))
    vi.advanceTimersByTime(400)
    expect(JSON.stringify([...host.store.values()])).toContain('太极')
  })

  it('is gone once it was sent, also when typing had not been written yet', () => {
    const page = open()
    act(() => page.result.current.change({ title: '太极' }))
    act(() => page.result.current.discard())
    expect(page.result.current.value).toEqual(empty)
    page.unmount()
    expect(open().result.current.restored).toBe(false)
  })

  it('takes fields that it does not know yet from the initial value', () => {
    const page = open()
    act(() => page.result.current.change({ title: '太极' }))
    page.unmount()
    expect(open('form', { ...empty, place: '活动室' }).result.current.value).toEqual({
      title: '太极',
      body: '',
      place: '活动室',
    })
  })

  it('belongs to its writer: kept through a lost session, hidden from others, dropped on leaving', () => {
    startSession('t', me())
    const page = open()
    act(() => page.result.current.change({ title: '太极' }))
    act(() => expireSession('t'))
    page.unmount()
    expect(open().result.current.restored).toBe(false)
    startSession('t2', me())
    expect(open().result.current.value.title).toBe('太极')
    discardDrafts(me().id)
    expect(open().result.current.restored).toBe(false)
  })

  it('is forgotten after a month', () => {
    const page = open()
    act(() => page.result.current.change({ title: '太极' }))
    page.unmount()
    vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000 })
    const other = open('other')
    act(() => other.result.current.change({ title: '书法' }))
    other.unmount()
    expect(JSON.stringify([...host.store.values()])).not.toContain('太极')
  })
})
