import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { PhoneBar } from './index'

const calls = () =>
  [...document.querySelectorAll('[aria-label$="，打电话"]')].map((link) => link.getAttribute('aria-label'))

test('both numbers and the counter', () => {
  render(<PhoneBar answeredBy="演示居委会" phone="0523-86800000" counter="党群服务中心一楼" />)
  expect(calls()).toEqual(['政务服务热线，12345，打电话', '演示居委会窗口，0523-86800000，打电话'])
  expect(screen.getByText('也可以到演示居委会窗口当面办：党群服务中心一楼')).toBeTruthy()
})

test('12345 stands even when the community has entered nothing', () => {
  render(<PhoneBar answeredBy={null} phone={null} counter={null} />)
  expect(calls()).toEqual(['政务服务热线，12345，打电话'])
  expect(screen.queryByText(/当面办/)).toBeNull()
})
