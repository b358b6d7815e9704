import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Refused, Unreachable } from '../../platform/errors.ts'
import { watchNetwork } from '../../platform/network'
import { Loaded, type Answer } from './index'

const refetch = vi.fn<() => void>()
const pending: Answer<string[]> = {
  data: undefined,
  error: null,
  isFetching: true,
  dataUpdatedAt: 0,
  refetch,
}
const read: Answer<string[]> = {
  ...pending,
  data: ['义诊'],
  isFetching: false,
  dataUpdatedAt: Date.UTC(2026, 9, 13, 1, 30),
}
const unreachable: Answer<string[]> = { ...pending, error: new Unreachable(), isFetching: false }
const no = (status: number) =>
  new Refused({ code: 'x', status, title: '名额已满，可以看看别的活动', detail: '社区窗口' })
const draw = (query: Answer<string[]>, more = {}) =>
  render(
    <Loaded query={query} empty={(items) => (items.length === 0 ? { title: '还没有活动' } : null)} {...more}>
      {(items) => <p>{items.join()}</p>}
    </Loaded>,
  )

test('loading: a skeleton', () => {
  draw(pending)
  expect(screen.getByRole('status', { name: '正在读取' })).toBeTruthy()
})

test('read: the content and nothing else', () => {
  draw(read)
  expect(screen.getByText('义诊')).toBeTruthy()
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('empty: the sentence instead of the content', () => {
  draw({ ...read, data: [] })
  expect(screen.getByText('还没有活动')).toBeTruthy()
})

test('failed: what happened, retry, the number that works', () => {
  draw({ ...pending, error: no(500), isFetching: false })
  expect(screen.getByRole('alert').textContent).toContain('名额已满')
  expect(screen.getByText('12345')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(refetch).toHaveBeenCalledOnce()
})

test('too many requests is no refusal: it can be tried again', () => {
  draw({ ...pending, error: no(429), isFetching: false })
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})

test('no answer came and nothing was read: offline', () => {
  draw(unreachable)
  expect(screen.getByText('没有连上网络')).toBeTruthy()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})

test('while it is tried again, the skeleton', () => {
  draw({ ...unreachable, isFetching: true })
  expect(screen.getByRole('status', { name: '正在读取' })).toBeTruthy()
})

test('offline after reading: the content stays, with the time it is of', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 9, 14) })
  draw({ ...read, error: new Unreachable() })
  expect(screen.getByText('义诊')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toContain(
    '没有连上网络，下面是 10月13日 周二 09:30 读到的内容',
  )
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(refetch).toHaveBeenCalledOnce()
})

test('a renewal that failed at the server: the content stays, and the cause is not called the network', () => {
  draw({ ...read, error: no(503) })
  expect(screen.getByText('义诊')).toBeTruthy()
  expect(screen.getByText(/没能更新/)).toBeTruthy()
})

test('refused: the server’s title as advice, where to go instead, and the next step', () => {
  const onClick = vi.fn<() => void>()
  draw({ ...read, error: no(403) }, { refused: () => ({ label: '去登录', onClick }) })
  expect(screen.getByText('名额已满，可以看看别的活动')).toBeTruthy()
  expect(screen.getByText('社区窗口')).toBeTruthy()
  // What may no longer be seen is not shown from memory.
  expect(screen.queryByText('义诊')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '去登录' }))
  expect(onClick).toHaveBeenCalledOnce()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
test('a device that has no network says so even before a request fails', async () => {
  await goOffline()
  draw(read)
  expect(screen.getByText(/没有连上网络，下面是/)).toBeTruthy()
  expect(screen.getByText('义诊')).toBeTruthy()
})

/** Each platform asks its own host: the browser's navigator, or WeChat. */
async function goOffline() {
  vi.stubGlobal('navigator', { onLine: false })
  const { default: Taro } = await import('@tarojs/taro')
  vi.spyOn(Taro, 'getNetworkType').mockResolvedValueOnce({ networkType: 'none' } as never)
  await act(async () => watchNetwork(() => undefined))
}
