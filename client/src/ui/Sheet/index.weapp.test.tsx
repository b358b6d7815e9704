import { fireEvent, render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Sheet } from './index'

test('a press beside it closes it, one on it does not', () => {
  const onClose = vi.fn<() => void>()
  const { container } = render(
    <Sheet open title="确认报名" onClose={onClose}>
      内容
    </Sheet>,
  )
  fireEvent.click(container.querySelector('.body')!)
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(container.querySelector('.shade')!)
  expect(onClose).toHaveBeenCalledOnce()
})
