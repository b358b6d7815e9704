import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { TextArea } from './index'

test('is a named text box, counts what is written and tells it', () => {
  const onChange = vi.fn<(value: string) => void>()
  render(<TextArea label="说明" value="请带医保卡" maxLength={200} onChange={onChange} />)
  const box = screen.getByRole('textbox', { name: '说明' })
  expect(box.tagName).toBe('TEXTAREA')
  expect(screen.getByText('已写 5 字，最多 200 字')).toBeTruthy()
  fireEvent.change(box, { target: { value: '请带医保卡和老花镜' } })
  expect(onChange).toHaveBeenCalledWith('请带医保卡和老花镜')
})

test('an error is said', () => {
  render(<TextArea label="说明" error="请写清楚" value="" onChange={() => undefined} />)
  expect(screen.getByRole('alert').textContent).toBe('请写清楚')
})
