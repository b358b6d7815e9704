import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PhoneBar } from './index'

test('a real link that the browser dials', () => {
  render(<PhoneBar answeredBy="演示居委会" phone="0523-8680 0000" counter={null} />)
  expect(screen.getByRole('link', { name: /演示居委会窗口/ }).getAttribute('href')).toBe('tel:052386800000')
  expect(screen.getByRole('link', { name: /12345/ }).getAttribute('href')).toBe('tel:12345')
})
