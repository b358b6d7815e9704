import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Field } from '../Field'
import { TextField } from './index'

test('is a text box named by its label, and tells what is typed', () => {
  const onChange = vi.fn<(value: string) => void>()
  render(<TextField label="姓名" value="" onChange={onChange} />)
  fireEvent.change(screen.getByRole('textbox', { name: '姓名' }), { target: { value: '演示' } })
  expect(onChange).toHaveBeenCalledWith('演示')
})

test('stands in a field with others just as well', () => {
  render(
    <Field label="电话" hint="可以不填区号">
      <TextField value="12345" onChange={() => undefined} />
    </Field>,
  )
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '电话' }).value).toBe('12345')
  expect(screen.getByText('可以不填区号')).toBeTruthy()
})

test('an error is said in words, beside the control and by it', () => {
  render(<TextField label="电话" error="请填 11 位手机号" value="1" onChange={() => undefined} />)
  expect(screen.getByRole('alert').textContent).toBe('请填 11 位手机号')
  const box = screen.getByRole('textbox')
  const said = `${box.getAttribute('aria-label') ?? ''}${document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent ?? ''}`
  expect(said).toContain('请填 11 位手机号')
})

test('what need not be filled in says so', () => {
  const { rerender } = render(<TextField label="备注" required={false} value="" onChange={() => undefined} />)
  expect(screen.getByText('备注（选填）')).toBeTruthy()
  rerender(<TextField label="备注" value="" onChange={() => undefined} />)
  expect(screen.getByText('备注')).toBeTruthy()
})

test('the keyboard’s done key is told', () => {
  const onConfirm = vi.fn<() => void>()
  render(<TextField label="找社区" value="东" onChange={() => undefined} onConfirm={onConfirm} />)
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' })
  expect(onConfirm).toHaveBeenCalledOnce()
})

test('a control without a name is refused', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(() => render(<TextField value="" onChange={() => undefined} />)).toThrow(
    'a control stands in a Field',
  )
})
