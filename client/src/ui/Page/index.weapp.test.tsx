import Taro from '@tarojs/taro'
import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { setElder } from '../../platform/elder.ts'
import { watchNetwork } from '../../platform/network'
import { Page } from './index'

test('WeChat’s bar bears the title; in elder mode the page does as well', () => {
  render(<Page title="参加活动">内容</Page>)
  expect(vi.spyOn(Taro, 'setNavigationBarTitle')).toHaveBeenCalledWith({ title: '参加活动' })
  expect(screen.queryByRole('heading')).toBeNull()
  act(() => setElder(true))
  expect(screen.getByRole('heading', { level: 1, name: '参加活动' })).toBeTruthy()
  act(() => setElder(false))
})

test('without a network every page says so, and stops when it is back', async () => {
  const watch = vi.spyOn(Taro, 'onNetworkStatusChange')
  render(<Page>内容</Page>)
  await act(async () => watchNetwork(() => undefined))
  expect(screen.queryByText(/没有网络/)).toBeNull()
  const change = watch.mock.lastCall![0]
  act(() => change({ isConnected: false, networkType: 'none' }))
  expect(screen.getByRole('status').textContent).toContain('现在没有网络')
  act(() => change({ isConnected: true, networkType: 'wifi' }))
  expect(screen.queryByText(/没有网络/)).toBeNull()
})
