import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CountBar } from './index'

const widthOf = (value: number, of: number) => {
  const { container } = render(<CountBar value={value} of={of} text={`已报名 ${value} / 名额 ${of}`} />)
  return (container.querySelector('.part') as HTMLElement).style.width
}

test('the words say the counts and their base; the bar itself is not read', () => {
  const { container } = render(<CountBar value={12} of={30} text="已报名 12 / 名额 30" />)
  expect(screen.getByText('已报名 12 / 名额 30')).toBeTruthy()
  expect(container.querySelector('.bar')?.getAttribute('aria-hidden')).toBe('true')
})

test('it fills by the share, never beyond its ends, also without a base', () => {
  expect([widthOf(12, 30), widthOf(40, 30), widthOf(0, 0), widthOf(-1, 5)]).toEqual([
    '40%',
    '100%',
    '0%',
    '0%',
  ])
})
