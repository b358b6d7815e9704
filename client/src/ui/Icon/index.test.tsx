import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { drawings } from './drawings.ts'
import { Icon } from './index'

test('is decoration unless it is given a name', () => {
  const { container, rerender } = render(<Icon name="phone" />)
  expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true')
  expect(screen.queryByRole('img')).toBeNull()
  rerender(<Icon name="phone" label="电话" />)
  expect(screen.getByRole('img', { name: '电话' })).toBeTruthy()
})

test('its size is a number that the style sheet multiplies by elder mode’s unit', () => {
  const { container } = render(<Icon name="phone" size={18} />)
  expect((container.firstElementChild as HTMLElement).style.getPropertyValue('--size')).toBe('18')
})

test.each(Object.entries(drawings))(
  '%s: one path on the grid, of characters that need no escaping in an address',
  (_, d) => {
    expect(d).toMatch(/^M[\dMLHVCSQAZmlhvcsqaz .,-]+$/)
    const starts = [...d.matchAll(/M(-?[\d.]+)[ ,]?(-?[\d.]+)/g)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ])
    expect(starts.filter((place) => !(place >= 0 && place <= 24))).toEqual([])
  },
)
