import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { setElder } from '../../platform/elder.ts'
import { Page } from './index'

afterEach(() => act(() => setElder(false)))

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

test('the content is the main part; footer and tab bar stand outside of it', () => {
  render(
    <Page footer={<p>我要报名</p>} tabBar={<p>栏目</p>}>
      内容
    </Page>,
  )
  const main = screen.getByRole('main')
  expect(main.textContent).toContain('内容')
  expect(main.textContent).not.toContain('我要报名')
  expect(main.textContent).not.toContain('栏目')
  expect(screen.getByText('我要报名')).toBeTruthy()
})
