import { expect, it } from 'vitest'
import { readArea, sayArea, writeArea } from './area.ts'

it.each([
  ['106.5', 10_650],
  [' 98.65 ', 9_865],
  ['7', 700],
  ['0.01', 1],
  ['86432.50', 8_643_250],
  ['0', null],
  ['', null],
  ['98.655', null],
  ['98，5', null],
  ['-3', null],
])('%s is read as %s hundredths', (text, area) => expect(readArea(text)).toBe(area))

it('is written with two places, and read again the same', () => {
  expect([sayArea(9_865), sayArea(700), sayArea(1)]).toEqual(['98.65 平方米', '7.00 平方米', '0.01 平方米'])
  for (const area of [1, 99, 100, 9_865, 8_643_250]) expect(readArea(writeArea(area))).toBe(area)
})
