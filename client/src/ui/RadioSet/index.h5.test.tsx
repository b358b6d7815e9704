import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RadioSet } from './index'

test('real radios of one name, so that the arrow keys walk among them; two groups do not mix', () => {
  const options = [
    { value: 'a', label: '甲' },
    { value: 'b', label: '乙' },
  ]
  render(
    <>
      <RadioSet options={options} value="a" onChange={() => undefined} label="一" draw={(o) => o.label} />
      <RadioSet options={options} value="a" onChange={() => undefined} label="二" draw={(o) => o.label} />
    </>,
  )
  const radios = screen.getAllByRole<HTMLInputElement>('radio')
  expect(radios.map((radio) => radio.type)).toEqual(['radio', 'radio', 'radio', 'radio'])
  const names = radios.map((radio) => radio.name)
  expect(names[0]).toBe(names[1])
  expect(names[2]).toBe(names[3])
  expect(names[0]).not.toBe(names[2])
  radios[1]!.focus()
  expect(document.activeElement).toBe(radios[1])
})
