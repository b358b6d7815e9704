import { expect, test } from 'vitest'
import { atShanghai } from '../time.ts'
import { sayDecided, whyOf } from './told.ts'

const now = atShanghai(2026, 12, 1, 10)
test('verified: until when; otherwise why, and what comes next', () => {
  const confirmBy = atShanghai(2027, 12, 2)
  expect(sayDecided({ outcome: 'verified', reason: null, note: '', confirmBy }, now)).toEqual({
    outcome: '已核验',
    next: '从现在起，本社区居民的事您都可以办。一年要确认一次，2027年12月1日 周三 24:00到期，到期前一个月会提醒您。',
  })
  const asked = { reason: 'evidenceMissing', note: '房产证', confirmBy: null } as const
  expect(sayDecided({ outcome: 'needMore', ...asked }, now).next).toMatch(
    /^原因：还要看证件或合同（房产证）。.+再交一次/,
  )
  expect(sayDecided({ outcome: 'rejected', ...asked }, now).outcome).toBe('没有通过')
})
test('a reason without a note says no brackets', () => {
  expect([whyOf('notMet', ''), whyOf(null, '')]).toEqual(['上门没有遇到人', '其他'])
})
