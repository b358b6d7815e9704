import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { ChipsField } from './index.tsx'

const options = [
  { value: 'a', label: '1号楼' },
  { value: 'b', label: '2号楼' },
]
function Field({ error = null }: { error?: string | null }) {
  const [value, setValue] = useState<string | null>(null)
  return <ChipsField label="楼栋" options={options} value={value} onChange={setValue} error={error} />
}
const states = () =>
  screen
    .getAllByRole('radio')
    .map((radio) => radio.getAttribute('aria-checked') ?? (radio as HTMLInputElement).checked)

test('nothing is chosen before somebody chooses', () => {
  render(<Field />)
  expect(screen.getByRole('radiogroup', { name: /^楼栋/ })).toBeTruthy()
  expect(states().map(String)).toEqual(['false', 'false'])
  fireEvent.click(screen.getByRole('radio', { name: '2号楼' }))
  expect(states().map(String)).toEqual(['false', 'true'])
})

test('what is wrong stands by its label', () => {
  render(<Field error="请选楼栋" />)
  expect(screen.getByRole('alert').textContent).toBe('请选楼栋')
})
