import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Switch } from './index'

test('a switch with a name and a state, said in a word as well', () => {
  const onChange = vi.fn<(checked: boolean) => void>()
  const { rerender } = render(<Switch label="长辈版" checked={false} onChange={onChange} />)
  const off = screen.getByRole('switch', { name: '长辈版', checked: false })
  expect(off.textContent).toContain('已关')
  fireEvent.click(off)
  expect(onChange).toHaveBeenCalledWith(true)
  rerender(<Switch label="长辈版" note="字更大" checked onChange={onChange} />)
  const on = screen.getByRole('switch', { name: '长辈版，字更大', checked: true })
  expect(on.textContent).toContain('已开')
  fireEvent.click(on)
  expect(onChange).toHaveBeenLastCalledWith(false)
})
