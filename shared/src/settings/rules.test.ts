import { expect, test } from 'vitest'
import { sayFiling, sayOperator } from './rules.ts'

test('what was entered is said; where nothing was, that is said, and nothing is made up', () => {
  expect(sayOperator({ demo: false, operatorName: '演示单位' })).toBe('演示单位')
  expect(sayOperator({ demo: true, operatorName: null })).toContain('演示')
  expect(sayOperator({ demo: false, operatorName: null })).toContain('还没有写明')
  expect(sayFiling({ demo: false, filingNumber: '演示备案号 1' })).toBe('演示备案号 1')
  expect(sayFiling({ demo: true, filingNumber: null })).toContain('演示')
  expect(sayFiling({ demo: false, filingNumber: null })).toContain('还没有写明')
})
