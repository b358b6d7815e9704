import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { TabBar } from './index'

test('the doors that are built, the current one told', () => {
  render(<TabBar current="activities" />)
  expect(screen.getByRole('navigation', { name: '主要栏目' })).toBeTruthy()
  expect(screen.getAllByRole('button').map((tab) => tab.textContent)).toEqual(['首页', '活动', '我的'])
  const current = screen.getByRole('button', { name: /^活动/ })
  expect(current.getAttribute('aria-current')).toBe('page')
  expect(screen.getByRole('button', { name: '首页' }).hasAttribute('aria-current')).toBe(false)
})

test('a press opens the other tab, and does nothing on this one', () => {
  render(<TabBar current="home" />)
  fireEvent.click(screen.getByRole('button', { name: /^首页/ }))
  expect(vi.spyOn(Taro, 'switchTab')).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '我的' }))
  expect(vi.spyOn(Taro, 'switchTab')).toHaveBeenCalledWith({ url: '/tabs/mine/index' })
})
