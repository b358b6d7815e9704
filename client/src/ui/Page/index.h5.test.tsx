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

test('a tab leads nowhere back', () => {
  window.history.replaceState(null, '', '/tabs/mine/index')
  render(<Page title="我的">内容</Page>)
  expect(screen.queryByRole('button', { name: /返回|首页/ })).toBeNull()
})
