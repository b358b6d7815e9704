import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClock, readDigits, readNumber, readSpan, readText, readTime } from './spoken.ts'
import { atShanghai } from './time.ts'

const now = atShanghai(2026, 11, 24, 9)

test.each([
  [0, '零'],
  [7, '七'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [2026, '两千零二十六'],
  [9999, '九千九百九十九'],
])('%d is read %s', (n, said) => {
  expect(readNumber(n)).toBe(said)
})

test('no two numbers are read alike', () => {
  const all = Array.from({ length: 10_000 }, (_, n) => readNumber(n))
  expect(new Set(all).size).toBe(10_000)
})

test('in a telephone number one is read so that it is not taken for seven', () => {
  expect(readDigits('0523117', true)).toBe('零五二三幺幺七')
  expect(readDigits('2011')).toBe('二零一一')
})

test.each([
  [0, 0, '凌晨零点'],
  [2, 0, '凌晨两点'],
  [6, 5, '早上六点零五分'],
  [8, 30, '早上八点半'],
  [11, 59, '上午十一点五十九分'],
  [12, 0, '中午十二点'],
  [14, 0, '下午两点'],
  [17, 45, '下午五点四十五分'],
  [18, 0, '晚上六点'],
  [24, 0, '晚上十二点'],
])('%d:%d is read %s', (hour, minute, said) => {
  expect(readClock(hour, minute)).toBe(said)
})

test('a day is said once where both ends are on it, and the year where it is another', () => {
  const from = atShanghai(2026, 11, 24, 8)
  expect(readSpan(from, atShanghai(2026, 11, 24, 17, 30), now)).toBe(
    '十一月二十四日星期二早上八点到下午五点半',
  )
  expect(readSpan(from, atShanghai(2026, 11, 25, 6), now)).toBe(
    '十一月二十四日星期二早上八点到十一月二十五日星期三早上六点',
  )
  expect(readSpan(from, atShanghai(2026, 11, 25), now)).toBe('十一月二十四日星期二早上八点到晚上十二点')
  expect(readTime(atShanghai(2027, 1, 5, 9), now)).toBe('二零二七年一月五日星期二上午九点')
})

test.each([
  ['8:30–11:00', '早上八点半到上午十一点'],
  ['8：30至17：00', '早上八点半到下午五点'],
  ['2026年12月1日', '二零二六年十二月一日'],
  ['2026-10-03', '二零二六年十月三日'],
  ['3-8号楼', '三到八号楼'],
  ['105户', '一百零五户'],
  ['2个人、12个人', '两个人、十二个人'],
  ['水费¥120.5', '水费一百二十点五元'],
  ['优惠3%', '优惠百分之三'],
  ['3%-5%', '百分之三到百分之五'],
  ['请拨0523-86600000', '请拨零五二三八六六零零零零零'],
  ['拨95598', '拨九五五九八'],
  ['编号01', '编号零一'],
  ['１号楼（东单元）', '一号楼，东单元，'],
  ['第一行\n第二行', '第一行。第二行'],
  ['“银杏杯”/“凤城杯”', '银杏杯或凤城杯'],
  ['详见https://a.example.cn/x?y=1 。', '详见。'],
  ['10℃', '十摄氏度'],
  ['好！！！是吗？', '好。是吗。'],
])('%s is read %s', (text, said) => {
  expect(readText(text)).toBe(said)
})

test('whatever is written, no figure, no bracket and no double stop is left to be read', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '12',
      '3.5',
      '8:30',
      '-',
      '%',
      '¥',
      '（',
      '）',
      '，',
      '。',
      '号',
      '2026年',
      '0523-86600000',
      '\n',
    ),
    fc.string({ maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const said = readText(pieces.join(''))
      expect(said).not.toMatch(/[0-9（）\n]|[，。、]{2}/)
    }),
  )
})
