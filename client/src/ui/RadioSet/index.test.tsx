import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { RadioSet } from './index'

const options = [
  { value: 'a', label: '不限' },
  { value: 'b', label: '本社区', hint: '按住址核对' },
] as const

test('a group with a name; each option says whether it is the one', () => {
  render(
    <RadioSet
      options={options}
      value="b"
      onChange={() => undefined}
      label="谁可以来"
      draw={(o) => o.label}
    />,
  )
  expect(screen.getByRole('radiogroup', { name: '谁可以来' })).toBeTruthy()
  expect(screen.getAllByRole('radio')).toHaveLength(2)
  expect(screen.getByRole('radio', { name: /本社区/, checked: true })).toBeTruthy()
  expect(screen.getByRole('radio', { name: '不限', checked: false })).toBeTruthy()
})

test('tells the option that is pressed', () => {
  const onChange = vi.fn<(value: string) => void>()
  render(
    <RadioSet options={options} value={null} onChange={onChange} label="谁可以来" draw={(o) => o.label} />,
  )
  fireEvent.click(screen.getByRole('radio', { name: '不限' }))
  expect(onChange).toHaveBeenCalledWith('a')
})
