import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Press } from './index'

test('is a button with its name and tells a press', () => {
  const onClick = vi.fn<() => void>()
  render(
    <Press onClick={onClick} label="关闭">
      ×
    </Press>,
  )
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClick).toHaveBeenCalledOnce()
})

test('takes another role and its state', () => {
  render(<Press role="switch" checked={false} label="长辈版" />)
  expect(screen.getByRole('switch', { name: '长辈版' }).getAttribute('aria-checked')).toBe('false')
})
