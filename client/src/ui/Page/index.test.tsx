import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { host } from '../../../test/taro.ts'
import { tellDemo } from '../../platform/demo.ts'
import { setElder } from '../../platform/elder.ts'
import { Page } from './index'

const wide = vi.hoisted(() => ({ on: false }))
vi.mock('../../platform/wide', () => ({ useWide: () => wide.on }))

afterEach(() => {
  wide.on = false
  act(() => setElder(false))
})

test('elder mode is one class on its root, and it follows the switch', () => {
  const { container } = render(<Page>内容</Page>)
  const root = container.firstElementChild!
  expect(root.classList.contains('elder')).toBe(false)
  act(() => setElder(true))
  expect(root.classList.contains('elder')).toBe(true)
  act(() => setElder(false))
  expect(root.classList.contains('elder')).toBe(false)
})

test('the numbers stand at the end of every page, unless it shows them itself', () => {
  const { rerender } = render(
    <Page phone="0523-86800000" counter="一楼 2 号窗口">
      内容
    </Page>,
  )
  expect(screen.getByText('12345')).toBeTruthy()
  expect(screen.getByText('0523-86800000')).toBeTruthy()
  expect(screen.getByText(/一楼 2 号窗口/)).toBeTruthy()
  rerender(<Page phones={false}>内容</Page>)
  expect(screen.queryByText('12345')).toBeNull()
})

test('made-up data is called so', () => {
  const { rerender } = render(<Page demo>内容</Page>)
  expect(screen.getByText(/^演示数据/)).toBeTruthy()
  rerender(<Page>内容</Page>)
  expect(screen.queryByText(/^演示数据/)).toBeNull()
})

test('a page below the tabs has their bar on a wide window alone, with its own tab marked', () => {
  host.path = '/activities/pages/detail/index'
  const { rerender } = render(<Page title="义诊">内容</Page>)
  expect(screen.queryByRole('navigation')).toBeNull()
  wide.on = true
  rerender(<Page title="义诊">内容</Page>)
  const bar = screen.getByRole('navigation', { name: '主要栏目' })
  const marked = [...bar.querySelectorAll('[aria-current="true"]')].map((tab) => tab.textContent)
  expect(marked).toEqual(['活动'])
})

test('where the whole city is made up, every page says so', () => {
  act(() => tellDemo(true))
  render(<Page>内容</Page>)
  expect(screen.getByText(/^演示数据/)).toBeTruthy()
  act(() => tellDemo(false))
  expect(screen.queryByText(/^演示数据/)).toBeNull()
})

test('the content is the main part; footer and tab bar stand outside of it', () => {
  render(
    <Page footer={<p>我要报名</p>} tab="home">
      内容
    </Page>,
  )
  const main = screen.getByRole('main')
  expect(main.textContent).toContain('内容')
  expect(main.textContent).not.toContain('我要报名')
  expect(main.textContent).not.toContain('我的')
  expect(screen.getByText('我要报名')).toBeTruthy()
})
