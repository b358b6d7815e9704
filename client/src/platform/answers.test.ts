import { beforeEach, expect, it, vi } from 'vitest'
import { host } from '../../test/taro.ts'
import { freshClient } from '../../test/render.tsx'
import { keepAnswers, restoreAnswers, writeAnswers } from './answers.ts'

beforeEach(() => host.store.clear())
const kept = () => host.store.get('answers') ?? ''

it('keeps public answers on the device and puts them back', () => {
  vi.useFakeTimers()
  const before = freshClient()
  const stop = keepAnswers(before)
  before.setQueryData(['public', 'activities.get', { id: 'a' }], { title: '太极拳' })
  vi.advanceTimersByTime(1_500)
  stop()
  const after = freshClient()
  restoreAnswers(after)
  expect(after.getQueryData(['public', 'activities.get', { id: 'a' }])).toEqual({ title: '太极拳' })
  const state = after.getQueryState(['public', 'activities.get', { id: 'a' }])
  expect(state?.dataUpdatedAt).toBe(
    before.getQueryState(['public', 'activities.get', { id: 'a' }])?.dataUpdatedAt,
  )
  expect(state?.isInvalidated, 'asked after again, however young').toBe(true)
})

it('never writes down what is mine or the staff’s', () => {
  vi.useFakeTimers()
  const client = freshClient()
  const stop = keepAnswers(client)
  client.setQueryData(['me', 'people.me', {}], { phone: '138****0001' })
  client.setQueryData(['staff', 'activities.roster', {}], { name: '演示甲' })
  vi.advanceTimersByTime(1_500)
  stop()
  expect(kept()).toBe('')
  client.setQueryData(['public', 'settings.get', {}], { demo: true })
  writeAnswers(client)
  expect(kept()).not.toContain('138')
  expect(kept()).not.toContain('演示甲')
})

it('stays within its bound, the newest first', () => {
  const client = freshClient()
  for (let i = 0; i < 10; i++) {
    client.setQueryData(
      ['public', 'big', i],
      { text: '字'.repeat(50_000) },
      { updatedAt: Date.now() - i * 1_000 },
    )
  }
  writeAnswers(client)
  const { answers } = JSON.parse(kept()) as { answers: { key: unknown[] }[] }
  expect(answers.map((answer) => answer.key[2])).toEqual([0, 1, 2])
})

it('drops what is too old or was answered by other contracts', () => {
  const client = freshClient()
  const now = Date.now()
  host.store.set(
    'answers',
    JSON.stringify({
      contracts: CONTRACTS,
      answers: [
        { key: ['public', 'a'], data: 1, at: now - 15 * 86_400_000 },
        { key: ['public', 'b'], data: 2, at: now - 1_000 },
      ],
    }),
  )
  restoreAnswers(client)
  expect(client.getQueryData(['public', 'a'])).toBeUndefined()
  expect(client.getQueryData(['public', 'b'])).toBe(2)
  host.store.set(
    'answers',
    JSON.stringify({ contracts: 'older', answers: [{ key: ['public', 'c'], data: 3, at: now }] }),
  )
  restoreAnswers(client)
  expect(client.getQueryData(['public', 'c'])).toBeUndefined()
  expect(kept()).toBe('')
})
