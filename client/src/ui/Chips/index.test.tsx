import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Chips } from './index'

const options = [
  { value: 'all', label: '全部' },
  { value: 'health', label: '健康' },
] as const

test('one filter of several; the chosen one has a check, not a colour alone', () => {
  const onChange = vi.fn<(value: string) => void>()
  const { container } = render(<Chips label="按类别看" options={options} value="all" onChange={onChange} />)
  expect(screen.getByRole('radiogroup', { name: '按类别看' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: '全部', checked: true })).toBeTruthy()
  expect(container.querySelectorAll('.icon')).toHaveLength(1)
  fireEvent.click(screen.getByRole('radio', { name: '健康' }))
  expect(onChange).toHaveBeenCalledWith('health')
})
