import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Press } from './index'

test('the browser’s own button: reached by Tab, pressed by Enter and Space, and it submits no form', () => {
  render(<Press>返回</Press>)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: '返回' })
  expect([button.tagName, button.type]).toEqual(['BUTTON', 'button'])
  button.focus()
  expect(document.activeElement).toBe(button)
})
