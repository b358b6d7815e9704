import { expect, test } from 'vitest'
import { sayKind } from './organization.ts'
import { isKnownKind, isUscc } from './uscc.ts'

/** 《领域规格》 §12.3. */
test.each([
  '54321202MF00000136',
  '55321202MF0000021X',
  '54321281MF12AB3456',
  '55321204ME0001231C',
  '513212005000000154',
  '52321200MJ9000014G',
  '533212005090000119',
  'N2321283MF0000101K',
  '91321291MA1ABCDE8G',
  '123212004688000110',
  '91350100M000100Y43',
])('%s is one', (code) => {
  expect([isUscc(code), isKnownKind(code)]).toEqual([true, true])
})
test.each([
  ['the last character proves nothing', '54321202MF00000135'],
  ['too short', '54321202MF0000013'],
  ['a letter that is none of them', '54321202MF0O00013A'],
  ['small letters', '54321202mf00000136'],
  ['empty', ''],
])('%s: %s is none', (_why, code) => {
  expect(isUscc(code)).toBe(false)
})
test('a code of a kind that nobody knows is right, and known to be unknown', () => {
  expect([isUscc('57321202MF00007777'), isKnownKind('57321202MF00007777')]).toEqual([true, false])
})
test('any one character changed is found', () => {
  const code = '513212005000000154'
  const found = Array.from(code, (character, i) =>
    isUscc(code.slice(0, i) + (character === '7' ? '8' : '7') + code.slice(i + 1)),
  )
  expect(found).not.toContain(true)
})
test('a society is told from a unit', () => {
  expect(sayKind({ uscc: '52321200MJ9000014G' })).toBe('社会组织')
  expect(sayKind({ uscc: '91321291MA1ABCDE8G' })).toBe('驻区单位')
})
