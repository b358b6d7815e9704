import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_CHAIN_LINES, MAX_CHAIN_NAME, MAX_HEADCOUNT, readChain } from './chain.ts'

const shortly = (pasted: string) =>
  readChain(pasted).map(({ name, headcount, phone, doubts }) => [name, headcount, phone, doubts.join(' ')])

test.each([
  ['1. 演示居民甲 13800000001 2人', ['演示居民甲', 2, '13800000001', '']],
  ['2、演示居民乙家两人', ['演示居民乙', 2, null, '']],
  ['３．演示居民丙　１３８０００００００３　３人', ['演示居民丙', 3, '13800000003', '']],
  ['④演示居民丁+1', ['演示居民丁', 2, null, '']],
  ['(5) 演示居民戊 x2', ['演示居民戊', 2, null, '']],
  ['（6）演示居民己，138-0000-0006', ['演示居民己', 1, '13800000006', '']],
  ['7 演示居民庚 138 0000 0007', ['演示居民庚', 1, '13800000007', '']],
  ['8演示居民辛 +86 13800000008', ['演示居民辛', 1, '13800000008', '']],
  ['🌹9. 演示居民壬🙏🏻 共3位', ['演示居民壬', 3, null, '']],
  ['演示居民癸', ['演示居民癸', 1, null, '']],
  ['演示居民子 电话：13800000011', ['演示居民子', 1, '13800000011', '']],
  ['10. 13800000012 演示居民丑', ['演示居民丑', 1, '13800000012', '']],
  ['11. 演示居民寅 四口', ['演示居民寅', 4, null, '']],
  ['12. 13800000013', ['', 1, '13800000013', 'nameless']],
  ['13. 演示居民卯 13800000014 13800000015', ['演示居民卯', 1, '13800000014', 'uncertain']],
  ['14. 演示居民辰 和 演示居民巳', ['演示居民辰', 1, null, 'uncertain']],
  ['15. 演示居民午 300人', ['演示居民午', MAX_HEADCOUNT, null, 'tooMany']],
  ['16. 演示居民未 0人', ['演示居民未', 1, null, 'tooMany']],
  ['1️⃣ 演示居民申', ['演示居民申', 1, null, '']],
  ['17. 演示Resident 2人', ['演示Resident', 2, null, '']],
])('%s', (line, read) => {
  expect(shortly(line)).toEqual([read])
})

test('headings, examples, empty lines and numbers that nobody filled in are nobody', () => {
  const pasted = ['#接龙', '接龙', '例 1. 张某 2人', '', '  ', '1.', '2、', '----', '3. 演示居民甲'].join(
    '\r\n',
  )
  expect(readChain(pasted)).toEqual([
    { line: 9, text: '3. 演示居民甲', name: '演示居民甲', headcount: 1, phone: null, doubts: [] },
  ])
})

test('who stands there twice, by name or by number, stays and is pointed at', () => {
  const pasted = '1. 演示居民甲 13800000001\n2. 演示居民乙\n3. 演示居民甲\n4. 演示居民丙 13800000001'
  expect(readChain(pasted).map(({ doubts }) => doubts)).toEqual([[], [], ['repeated'], ['repeated']])
})

test('whatever is pasted is read within its limits, and the same each time', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '1. ',
      '接龙',
      '演示居民',
      '13800000001',
      '２人',
      '+1',
      '\n',
      '🌹',
      '，',
      '家',
      '①',
      '\t',
      '=',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const pasted = pieces.join('')
      const lines = pasted.split(/\r\n|\r|\n/)
      const entries = readChain(pasted)
      expect(entries).toEqual(readChain(pasted))
      for (const { line, text, name, headcount, phone, doubts } of entries) {
        expect(text).toBe(lines[line - 1]!.trim())
        expect(Array.from(name).length).toBeLessThanOrEqual(MAX_CHAIN_NAME)
        expect(name === '').toBe(doubts.includes('nameless'))
        expect(headcount).toBeGreaterThanOrEqual(1)
        expect(headcount).toBeLessThanOrEqual(MAX_HEADCOUNT)
        if (phone !== null) expect(phone).toMatch(/^1[3-9]\d{9}$/)
      }
    }),
  )
})

test('a plain chain of any length comes back line by line', () => {
  const entry = fc.record({ headcount: fc.integer({ min: 1, max: MAX_HEADCOUNT }), phone: fc.boolean() })
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 60 }), (made) => {
      const phoneOf = (i: number) => `138${String(i).padStart(8, '0')}`
      const pasted = made
        .map(
          ({ headcount, phone }, i) =>
            `${i + 1}. 演示居民${'甲乙丙丁'[i % 4]}号${'子丑寅卯'[i % 4]} ${phone ? phoneOf(i) : ''} ${headcount}人`,
        )
        .join('\n')
      expect(readChain(pasted).map(({ headcount, phone }) => ({ headcount, phone }))).toEqual(
        made.map(({ headcount, phone }, i) => ({ headcount, phone: phone ? phoneOf(i) : null })),
      )
    }),
  )
})

test('reads no more than its limit', () => {
  expect(readChain('演示居民\n'.repeat(MAX_CHAIN_LINES + 5))).toHaveLength(MAX_CHAIN_LINES)
})
