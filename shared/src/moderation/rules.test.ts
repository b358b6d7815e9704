import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CheckState } from './contract.ts'
import { foundLabel, reasonOf, whyHidden } from './labels.ts'
import {
  isShown,
  obstacleToAppeal,
  obstacleToDecideAppeal,
  obstacleToHide,
  obstacleToKeep,
  OVERLAP,
  PIECE,
  piecesOf,
  stateAfter,
  worst,
} from './rules.ts'

describe('isShown', () => {
  it('shows what was found good and hides what was hidden, whoever wrote it', () => {
    for (const official of [true, false])
      for (const was of [true, false, null]) {
        expect(isShown('passed', { official, was })).toBe(true)
        expect(isShown('kept', { official, was })).toBe(true)
        expect(isShown('hidden', { official, was })).toBe(false)
      }
  })
  it('shows new words of staff while they are looked at, and of nobody else', () => {
    for (const state of ['checking', 'review'] as const) {
      expect(isShown(state, { official: true, was: null })).toBe(true)
      expect(isShown(state, { official: false, was: null })).toBe(false)
    }
  })
  it('leaves everything as it was until somebody has looked', () => {
    for (const state of ['checking', 'review'] as const)
      for (const was of [true, false])
        for (const official of [true, false]) expect(isShown(state, { official, was })).toBe(was)
  })
})

test('a verdict is a state, and the worst of several counts', () => {
  expect(['pass', 'review', 'risky'].map((s) => stateAfter(s as 'pass').state)).toEqual([
    'passed',
    'review',
    'hidden',
  ])
  const of = (suggest: 'pass' | 'review' | 'risky') => ({ suggest })
  expect(worst([of('pass'), of('risky'), of('review')])).toEqual(of('risky'))
  expect(worst([of('review'), of('pass')])).toEqual(of('review'))
})

test('a long text is cut into pieces that WeChat takes, and every word of 50 characters is whole in one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12_000 }), (length) => {
      const text = Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + (i % 20_000))).join('')
      const pieces = piecesOf(text)
      expect(pieces.every((piece) => Array.from(piece).length <= PIECE)).toBe(true)
      const [first = '', ...more] = pieces
      expect(more.reduce((all, piece) => all + Array.from(piece).slice(OVERLAP).join(''), first)).toBe(text)
    }),
  )
  expect(piecesOf('😀'.repeat(PIECE))).toHaveLength(1)
})

describe('who may decide', () => {
  const check = {
    state: 'review',
    authorId: 'a',
    hiddenBy: null,
    appealedAt: null,
    appealOutcome: null,
  } as const
  const hidden = { ...check, state: 'hidden', hiddenBy: 'b' } as const
  const appealed = { ...hidden, appealedAt: 1 }
  const because = { reason: 'fraud', note: '' } as const

  it('nobody about their own words, and nothing twice', () => {
    expect(obstacleToKeep(check, 'a')).toBe('ownWords')
    expect(obstacleToKeep(check, 'b')).toBeNull()
    for (const state of CheckState.options.filter((s) => s !== 'review' && s !== 'checking'))
      expect(obstacleToKeep({ ...check, state }, 'b')).toBe('decided')
    expect(obstacleToHide(check, 'a', because)).toBe('ownWords')
    expect(obstacleToHide(hidden, 'c', because)).toBe('decided')
    expect(obstacleToHide({ ...check, state: 'kept' }, 'b', because)).toBeNull()
    expect(obstacleToHide(check, 'b', { reason: 'other', note: ' ' })).toBe('noteMissing')
  })
  it('one appeal to each hiding, answered by another person', () => {
    expect(obstacleToAppeal(check)).toBe('notHidden')
    expect(obstacleToAppeal(hidden)).toBeNull()
    expect(obstacleToAppeal(appealed)).toBe('alreadyAppealed')
    expect(obstacleToDecideAppeal(hidden, 'c')).toBe('noAppeal')
    expect(obstacleToDecideAppeal(appealed, 'b')).toBe('hiddenByYou')
    expect(obstacleToDecideAppeal(appealed, 'a')).toBe('ownWords')
    expect(obstacleToDecideAppeal(appealed, 'c')).toBeNull()
    expect(obstacleToDecideAppeal({ ...appealed, appealOutcome: 'refused' }, 'c')).toBe('noAppeal')
  })
})

test('what was found is told in words', () => {
  expect([foundLabel(20_003), foundLabel(1)]).toEqual(['辱骂', '其他'])
  expect([reasonOf(20_008), reasonOf(20_013)]).toEqual(['fraud', 'other'])
  expect(whyHidden({ reason: 'fraud', note: '假冒社区收费' })).toBe('诈骗：假冒社区收费')
  expect(whyHidden({ reason: null, note: null })).toBe('其他')
})
