import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { host } from '../../../test/taro.ts'
import { Page } from './index'

beforeEach(() => window.history.replaceState(null, '', '/activities/pages/detail/index'))

test('the title is the heading and the browser’s own', () => {
  const { rerender } = render(<Page title="参加活动">内容</Page>)
  expect(screen.getByRole('heading', { level: 1, name: '参加活动' })).toBeTruthy()
  expect(document.title).toBe('参加活动 - 泰民通')
  rerender(<Page>内容</Page>)
  expect(document.title).toBe('泰民通')
})

test('back to where one came from', () => {
  render(<Page title="参加活动">内容</Page>)
  fireEvent.click(screen.getByRole('button', { name: '返回' }))
  expect(vi.spyOn(Taro, 'navigateBack')).toHaveBeenCalledOnce()
})

test('opened from a link there is no way back, but one home', () => {
  host.stack = [{}]
  render(<Page title="参加活动">内容</Page>)
  fireEvent.click(screen.getByRole('button', { name: '首页' }))
  expect(vi.spyOn(Taro, 'switchTab')).toHaveBeenCalledWith({ url: '/tabs/home/index' })
})

test('a page that is opened from another takes the focus to its heading', () => {
  const { unmount } = render(<Page title="首页">内容</Page>)
  unmount()
  render(<Page title="参加活动">内容</Page>)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: '参加活动' }))
})

test('a title that comes with the answer is gone to as well, unless the person is at work', () => {
  render(<Page title="首页">内容</Page>).unmount()
  const { rerender, unmount } = render(<Page>读取中</Page>)
  rerender(<Page title="义诊">内容</Page>)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: '义诊' }))
  unmount()
  const field = <input aria-label="姓名" />
  const { rerender: again } = render(<Page>{field}</Page>)
  screen.getByLabelText('姓名').focus()
  again(<Page title="义诊">{field}</Page>)
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'))
})

test('a tab leads nowhere back', () => {
  window.history.replaceState(null, '', '/tabs/mine/index')
  render(<Page title="我的">内容</Page>)
  expect(screen.queryByRole('button', { name: /返回|首页/ })).toBeNull()
})
