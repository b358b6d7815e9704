import { act, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { DateTimeField } from './index'

type PickerProps = {
  mode: 'date' | 'time'
  value: string
  start?: string
  children: ReactNode
  onChange: (event: { detail: { value: string } }) => void
}
const pickers = vi.hoisted(() => new Map<string, unknown>())
vi.mock('@tarojs/components', async (original) => ({
  ...(await original<object>()),
  Picker: (props: PickerProps) => {
    pickers.set(props.mode, props)
    return <div>{props.children}</div>
  },
}))
const picker = (mode: 'date' | 'time') => pickers.get(mode) as PickerProps
const choose = (mode: 'date' | 'time', value: string) =>
  act(() => picker(mode).onChange({ detail: { value } }))

beforeEach(() => pickers.clear())
const at = Date.UTC(2026, 9, 13, 1, 30)

test('shows the clock in Asia/Shanghai, in two parts with names of their own', () => {
  render(<DateTimeField label="开始时间" value={at} onChange={() => undefined} />)
  expect(screen.getByRole('button', { name: '开始时间，日期：2026年10月13日' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '开始时间，时间：09:30' })).toBeTruthy()
  expect([picker('date').value, picker('time').value]).toEqual(['2026-10-13', '09:30'])
})

test('tells the instant in Asia/Shanghai when either part is changed', () => {
  const onChange = vi.fn<(value: number | null) => void>()
  render(<DateTimeField label="开始时间" value={at} onChange={onChange} />)
  choose('date', '2026-12-31')
  expect(onChange).toHaveBeenLastCalledWith(Date.UTC(2026, 11, 31, 1, 30))
  choose('time', '00:00')
  expect(onChange).toHaveBeenLastCalledWith(Date.UTC(2026, 9, 12, 16, 0))
})

test('from nothing: says nothing before both parts are there, and keeps the first', () => {
  const onChange = vi.fn<(value: number | null) => void>()
  render(<DateTimeField label="开始时间" value={null} onChange={onChange} />)
  expect(screen.getByRole('button', { name: '开始时间，日期：未选' })).toBeTruthy()
  choose('date', '2026-12-31')
  expect(onChange).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: '开始时间，日期：2026年12月31日' })).toBeTruthy()
  choose('time', '08:00')
  expect(onChange).toHaveBeenCalledWith(Date.UTC(2026, 11, 31, 0, 0))
})

test('offers nothing before the earliest: the time is bounded on its day alone', () => {
  const { rerender } = render(
    <DateTimeField label="结束时间" value={at} min={at} onChange={() => undefined} />,
  )
  expect([picker('date').start, picker('time').start]).toEqual(['2026-10-13', '09:30'])
  rerender(<DateTimeField label="结束时间" value={at + 86_400_000} min={at} onChange={() => undefined} />)
  expect(picker('time').start).toBeUndefined()
})
