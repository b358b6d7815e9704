import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Steps } from './index'

test('an ordered list; every step says its state and its date in words', () => {
  render(
    <Steps
      steps={[
        { title: '开始报名', when: '11月20日', state: 'done' },
        { title: '报名截止', when: '12月2日', state: 'now' },
        { title: '结束', state: 'todo' },
      ]}
    />,
  )
  expect(screen.getByRole('list')).toBeTruthy()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '开始报名已完成 · 11月20日',
    '报名截止现在 · 12月2日',
    '结束还没到',
  ])
})
