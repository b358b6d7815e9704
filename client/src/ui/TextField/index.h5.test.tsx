import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TextField } from './index'

test('a real input with a real label; a number is no type=number', () => {
  render(<TextField label="名额" type="number" value="30" maxLength={4} onChange={() => undefined} />)
  const input = screen.getByLabelText<HTMLInputElement>('名额')
  expect([input.tagName, input.type, input.inputMode, input.maxLength]).toEqual([
    'INPUT',
    'text',
    'numeric',
    4,
  ])
  expect(document.querySelector('label')?.htmlFor).toBe(input.id)
})

test('says that it is wrong and that it must be filled in', () => {
  const { rerender } = render(<TextField label="电话" error="请填" value="" onChange={() => undefined} />)
  const input = screen.getByRole('textbox')
  expect([input.getAttribute('aria-invalid'), input.getAttribute('aria-required')]).toEqual(['true', 'true'])
  rerender(<TextField label="电话" required={false} value="" onChange={() => undefined} />)
  expect(input.hasAttribute('aria-invalid') || input.hasAttribute('aria-required')).toBe(false)
})
