import { expect, test } from 'vitest'
import { pages, tabOf } from './pages.ts'

test('every page belongs to a tab', () => {
  expect(tabOf(`${pages.activity}?id=1`)).toBe('activities')
  expect(tabOf(pages.settings)).toBe('mine')
  expect(tabOf(pages.manageActivities)).toBe('home')
  expect(tabOf('')).toBe('home')
})
