import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ChoiceField } from './index'

const options = [
  { value: 'none', label: '不限' },
  { value: 'community', label: '本村（社区）居民', hint: '按登记的住址核对' },
] as const

test('is a named group with its hints and error, and tells the choice', () => {
  const onChange = vi.fn<(value: string) => void>()
  render(
    <ChoiceField label="谁可以报名" error="请选一项" options={options} value={null} onChange={onChange} />,
  )
  expect(screen.getByRole('radiogroup', { name: '谁可以报名' })).toBeTruthy()
  expect(screen.getByText('按登记的住址核对')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toBe('请选一项')
  fireEvent.click(screen.getByRole('radio', { name: /本村/ }))
  expect(onChange).toHaveBeenCalledWith('community')
})
