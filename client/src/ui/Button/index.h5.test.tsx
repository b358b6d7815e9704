import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Button } from './index'

test('a disabled button can still be reached, points to its reason, and says it aloud when pressed', () => {
  render(<Button disabledReason="报名已截止">我要报名</Button>)
  const button = screen.getByRole('button', { name: '我要报名' })
  expect(button.hasAttribute('disabled')).toBe(false)
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    '报名已截止',
  )
  const status = screen.getByRole('status')
  expect(status.textContent).toBe('')
  fireEvent.click(button)
  const first = status.textContent
  expect(first?.trim()).toBe('报名已截止')
  // Said again on the next press: the same text would not be read twice.
  fireEvent.click(button)
  expect(status.textContent).not.toBe(first)
  expect(status.textContent?.trim()).toBe('报名已截止')
})

test('shares by copying the address where the browser has no share sheet, and says what comes next', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  render(<Button openType="share">转发给家人</Button>)
  fireEvent.click(screen.getByRole('button'))
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('网址已复制'))
  expect(writeText).toHaveBeenCalledWith(expect.stringContaining(location.href))
  vi.unstubAllGlobals()
})

test('draws no door that is not built: WeChat’s phone number', () => {
  const { container } = render(<Button openType="getPhoneNumber">用微信手机号登录</Button>)
  expect(container.innerHTML).toBe('')
})
