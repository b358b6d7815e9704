import { describe, expect, test } from 'vitest'
import { toPx } from './compile/rpx.ts'
import { allowedHosts } from './network.ts'
import { text } from './text.ts'
import { scopeSelector } from './view/scope.ts'

test.each([
  ['20rpx', '10px'],
  ['1rpx', '1px'],
  ['0rpx', '0px'],
  ['-15rpx .5rpx', '-7px 1px'],
  ['calc(100% - 30rpx)', 'calc(100% - 15px)'],
  ['arpx 3px', 'arpx 3px'],
])('rpx: %s is %s on a screen of 390', (from, to) => {
  expect(toPx(from, { width: 390 })).toBe(to)
})

describe('selectors of WXSS', () => {
  test.each([
    ['page', 'body'],
    ['view > .row:first-child', 'wx-view > [c~="s2--row"]:first-child'],
    ['.a.b', '[c~="s2--a"][c~="s2--b"]'],
    ['#id text::after', '#id wx-text::after'],
    ['.view, .text-view', '[c~="s2--view"], [c~="s2--text-view"]'],
    ['button[type="view"]', 'wx-button[type="view"]'],
    ['.row:not(.on)', '[c~="s2--row"]:not([c~="s2--on"])'],
    ['swiper-item', 'wx-swiper-item'],
    ['my-card', 'my-card'],
    ['.卡', '[c~="s2--卡"]'],
  ])('%s', (from, to) => {
    expect(scopeSelector(from, 2)).toBe(to)
  })
  test('the global scope keeps its classes', () => {
    expect(scopeSelector('.a view', 0)).toBe('.a wx-view')
  })
})

test('loopback is always allowed, other hosts by name', () => {
  expect(allowedHosts('a.cn, b.cn,')).toEqual(['127.0.0.1', 'localhost', '[::1]', 'a.cn', 'b.cn'])
})
test('any value in words', () => {
  expect([null, undefined, 0, false, 'a', { b: 1 }].map(text)).toEqual(['', '', '0', 'false', 'a', '{"b":1}'])
})
