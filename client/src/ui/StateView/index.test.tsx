import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { StateView } from './index'

test('nothing there: a sentence and the next step, no alarm and no telephone', () => {
  const onClick = vi.fn<() => void>()
  render(
    <StateView
      kind="empty"
      title="还没有活动"
      text="有新活动会在这里显示"
      action={{ label: '看看别的社区', onClick }}
    />,
  )
  expect(screen.getByText('还没有活动')).toBeTruthy()
  expect(screen.getByText('有新活动会在这里显示')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByText('12345')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '看看别的社区' }))
  expect(onClick).toHaveBeenCalledOnce()
})

test('failed: an alarm, and the number that works', () => {
  render(<StateView kind="failed" title="没能打开" />)
  expect(screen.getByRole('alert').textContent).toContain('没能打开')
  expect(screen.getByText('12345')).toBeTruthy()
})

test('refused: said as advice, the number only when asked for', () => {
  const { rerender } = render(<StateView kind="refused" title="请先登录" />)
  expect(screen.queryByText('12345')).toBeNull()
  rerender(<StateView kind="refused" title="请先登录" phone />)
  expect(screen.getByText('12345')).toBeTruthy()
})
