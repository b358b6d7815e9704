import { expect, test } from 'vitest'
import { OrganizationFacts } from './contract.ts'
import { CHECK_EVERY, checkDue, holdsMobile, isOfficePhone } from './rules.ts'

test('an office has a landline, a nationwide number or a service number', () => {
  const good = ['0523-00000101', '0523-00000101-8', '021-00000000', '400-000-0000', '12348', '110', '96111']
  expect(good.filter((phone) => !isOfficePhone(phone))).toEqual([])
})

test('a mobile number is nobody’s office, nor is what can’t be dialled', () => {
  const bad = ['19900000001', '199-0000-0001', '0523', '00000101', '', '0523-0000010a', '+86-0523-00000101']
  expect(bad.filter(isOfficePhone)).toEqual([])
})

test('a mobile number is found inside of a text, however it is grouped', () => {
  expect(['找演示员 19900000001', '199 0000 0001', '199-0000-0001'].filter((s) => !holdsMobile(s))).toEqual(
    [],
  )
  expect(['0523-00000101', '8:00–17:30', '编号 1990000000123'].filter(holdsMobile)).toEqual([])
})

test('no field of a card takes a mobile number', () => {
  const card = {
    kind: 'police',
    name: '演示派出所',
    purpose: '报案',
    phone: '0523-00000110',
    hours: '全天',
    place: '演示路',
  } as const
  expect(OrganizationFacts.safeParse(card).success).toBe(true)
  for (const field of ['name', 'purpose', 'phone', 'hours', 'place']) {
    const result = OrganizationFacts.safeParse({ ...card, [field]: '打 19900000001' })
    expect([field, result.success]).toEqual([field, false])
  }
})

test('a card is due from the first instant after the limit, or when somebody complained', () => {
  const card = { checkedAt: 1000, reports: 0 }
  expect(checkDue(card, 1000 + CHECK_EVERY - 1)).toBe(false)
  expect(checkDue(card, 1000 + CHECK_EVERY)).toBe(true)
  expect(checkDue({ ...card, reports: 1 }, 1000)).toBe(true)
})
