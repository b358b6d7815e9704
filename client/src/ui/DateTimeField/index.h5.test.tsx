import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { DateTimeField } from './index'

const at = Date.UTC(2026, 9, 13, 1, 30)

test('the browser’s own control shows the clock in Asia/Shanghai', () => {
  render(<DateTimeField label="开始时间" value={at} min={at - 60_000} onChange={() => undefined} />)
  const input = screen.getByLabelText<HTMLInputElement>('开始时间')
  expect([input.type, input.value, input.min]).toEqual([
    'datetime-local',
    '2026-10-13T09:30',
    '2026-10-13T09:29',
  ])
})

test('what is chosen is told as the instant in Asia/Shanghai, and an emptied field as null', () => {
  const onChange = vi.fn<(value: number | null) => void>()
  render(<DateTimeField label="开始时间" value={at} onChange={onChange} />)
  const input = screen.getByLabelText('开始时间')
  fireEvent.change(input, { target: { value: '2026-12-31T00:00' } })
  expect(onChange).toHaveBeenLastCalledWith(Date.UTC(2026, 11, 30, 16, 0))
  fireEvent.change(input, { target: { value: '' } })
  expect(onChange).toHaveBeenLastCalledWith(null)
})
