import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Box } from './index'

test('a heading is one, with its level', () => {
  render(<Box as="h2">通知</Box>)
  expect(screen.getByRole('heading', { level: 2, name: '通知' })).toBeTruthy()
})

test('lists, the main part and navigation are told', () => {
  render(
    <Box as="main">
      <Box as="nav" label="主要栏目" />
      <Box as="ul">
        <Box as="li">一</Box>
        <Box as="li">二</Box>
      </Box>
    </Box>,
  )
  expect(screen.getByRole('main')).toBeTruthy()
  expect(screen.getByRole('navigation', { name: '主要栏目' })).toBeTruthy()
  expect(screen.getByRole('list').textContent).toBe('一二')
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
})

test('what is hidden from a screen reader stays on the page', () => {
  render(<Box hidden>装饰</Box>)
  expect(screen.getByText('装饰').getAttribute('aria-hidden')).toBe('true')
})

test('a plain box says nothing of itself', () => {
  render(<Box>话</Box>)
  expect(screen.getByText('话').getAttributeNames()).toEqual([])
})
