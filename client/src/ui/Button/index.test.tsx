import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Button } from './index'

test('tells a press', () => {
  const onClick = vi.fn<() => void>()
  render(<Button onClick={onClick}>我要报名</Button>)
  fireEvent.click(screen.getByRole('button', { name: '我要报名' }))
  expect(onClick).toHaveBeenCalledOnce()
})

test('bears the name it is given', () => {
  render(<Button label="取消报名：太极拳班">取消</Button>)
  expect(screen.getByRole('button', { name: '取消报名：太极拳班' })).toBeTruthy()
})

test('busy: says so and ignores presses', () => {
  const onClick = vi.fn<() => void>()
  render(
    <Button busy onClick={onClick}>
      发布
    </Button>,
  )
  const button = screen.getByRole('button', { name: '请稍候…' })
  expect(button.getAttribute('aria-busy')).toBe('true')
  fireEvent.click(button)
  expect(onClick).not.toHaveBeenCalled()
})

test('disabled: the reason stands under it, and a press does nothing', () => {
  const onClick = vi.fn<() => void>()
  render(
    <Button disabledReason="报名已截止" onClick={onClick}>
      我要报名
    </Button>,
  )
  expect(screen.getByText('报名已截止')).toBeTruthy()
  const button = screen.getByRole('button', { name: /我要报名/ })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(button)
  expect(onClick).not.toHaveBeenCalled()
})

test('without a reason nothing is said of one', () => {
  render(<Button disabledReason={null}>我要报名</Button>)
  expect(screen.getByRole('button').hasAttribute('aria-disabled')).toBe(false)
})
