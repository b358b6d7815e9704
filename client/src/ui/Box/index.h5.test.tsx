import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Box } from './index'

test('in a browser it is the plain element, without a role written on it', () => {
  render(<Box as="h1">标题</Box>)
  const heading = screen.getByText('标题')
  expect(heading.tagName).toBe('H1')
  expect(heading.hasAttribute('role')).toBe(false)
})
