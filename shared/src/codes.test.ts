import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DivisionCode, Id, Instant, maskPhone, Phone, text } from './codes.ts'
import { sayIssues } from './issues.ts'

const complaintsOf = (schema: ReturnType<typeof text>, value: unknown) =>
  sayIssues(schema.safeParse(value).error?.issues ?? []).map(({ message }) => message)

test.each([
  ['13800000001', true],
  ['19900000001', true],
  ['12800000001', false],
  ['1380000000', false],
  ['138000000011', false],
  ['13800000001\n', false],
  [' 13800000001', false],
  ['+8613800000001', false],
])('%j as a mobile number: %s', (phone, good) => {
  expect(Phone.safeParse(phone).success).toBe(good)
})

test.each([
  ['321202001002', true],
  ['321200000000', true],
  ['320102001002', false],
  ['32120200100', false],
  ['3212020010020', false],
  ['32120200100x', false],
])('泰州 has the division code %j: %s', (code, good) => {
  expect(DivisionCode.safeParse(code).success).toBe(good)
})

test.each([
  ['01890a5d-ac96-774b-bcce-b302099a8057', true],
  ['01890A5D-AC96-774B-BCCE-B302099A8057', false],
  ['01890a5dac96774bbcceb302099a8057', false],
  ["01890a5d-ac96-774b-bcce-b302099a8057' or 1=1", false],
])('%j as an id: %s', (id, good) => {
  expect(Id.safeParse(id).success).toBe(good)
})

test('an instant is a whole number of milliseconds before the year 10000', () => {
  expect(Instant.safeParse(Date.UTC(9999, 11, 31, 23, 59, 59, 999)).success).toBe(true)
  for (const wrong of [
    Date.UTC(10_000, 0, 1),
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '0',
    null,
    new Date(),
  ])
    expect([wrong, Instant.safeParse(wrong).success]).toEqual([wrong, false])
})

test('text says what is wrong with it, one thing a field', () => {
  const title = text(5, 2)
  expect(complaintsOf(title, '剪纸')).toEqual([])
  expect(complaintsOf(title, '剪\n纸')).toEqual([])
  expect(complaintsOf(title, '👨‍👩')).toEqual([])
  expect(complaintsOf(title, undefined)).toEqual(['请填写'])
  expect(complaintsOf(title, 7)).toEqual(['请填写'])
  expect(complaintsOf(title, ' 剪 ')).toEqual(['至少 2 个字'])
  expect(complaintsOf(title, '一二三四五六')).toEqual(['最多 5 个字'])
  expect(complaintsOf(title, '剪\u0000纸')).toEqual(['有不能使用的字符'])
  // Shown, it would read the other way round.
  expect(complaintsOf(title, '剪\u202e纸')).toEqual(['有不能使用的字符'])
  expect(complaintsOf(text(5), '\u200b\u3000\ufeff')).toEqual(['请填写'])
  expect(complaintsOf(text(5, 0), '')).toEqual([])
})

test('whatever passes as text can be stored and shown: enough to see, no control characters', () => {
  const schemas = [0, 1, 2, 3].map((min) => text(8, min))
  const property = fc.property(fc.string({ unit: 'binary', maxLength: 12 }), fc.nat(3), (value, min) => {
    if (!schemas[min]!.safeParse(value).success) return
    const characters = Array.from(value)
    expect(characters.length).toBeLessThanOrEqual(8)
    expect(value.trim().length).toBeGreaterThanOrEqual(min)
    expect(characters.filter((c) => c < ' ' && c !== '\n')).toEqual([])
  })
  fc.assert(property, { numRuns: 1000 })
})

test('a masked number keeps seven digits and shows four stars', () => {
  expect(maskPhone('13800000001')).toBe('138****0001')
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
      const masked = maskPhone(phone)
      expect(masked).toMatch(/^1[3-9]\d\*{4}\d{4}$/)
      expect(Phone.safeParse(masked).success).toBe(false)
    }),
  )
})
