import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { card } from '../../../../test/activities.ts'
import { ManagedRows } from './index'

vi.mock('../../../platform/wide', () => ({ useWide: () => true }))

const now = Date.now()
const activities = ['圆桌会', '太极拳入门课', '亲子剪纸'].map((title, i) => card({ id: `a${i}`, title }))

function Chosen({ first }: { first?: string }) {
  const [chosen, setChosen] = useState(first)
  return <ManagedRows activities={activities} now={now} onPick={setChosen} chosen={chosen} />
}
const named = (name: string) => screen.getByRole('button', { name })
const current = () => document.querySelector('[aria-current="true"]')?.textContent
const stops = () => screen.getAllByRole('button').filter((button) => button.tabIndex === 0)

test('a table with one stop of the Tab key; the arrows choose', () => {
  render(<Chosen first="a0" />)
  expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
    '名称',
    '状态',
    '开始',
    '报名 / 名额',
  ])
  named('圆桌会').focus()
  fireEvent.keyDown(named('圆桌会'), { key: 'ArrowDown' })
  expect([current(), document.activeElement?.textContent]).toEqual(['太极拳入门课', '太极拳入门课'])
  expect(stops().map((button) => button.textContent)).toEqual(['太极拳入门课'])
  fireEvent.keyDown(named('太极拳入门课'), { key: 'End' })
  fireEvent.keyDown(named('亲子剪纸'), { key: 'ArrowDown' })
  expect(current()).toBe('亲子剪纸')
  fireEvent.keyDown(named('亲子剪纸'), { key: 'Home' })
  fireEvent.keyDown(named('圆桌会'), { key: 'ArrowUp' })
  expect(current()).toBe('圆桌会')
})

test('a press anywhere in a row chooses it; other keys do nothing', () => {
  render(<Chosen first="a0" />)
  fireEvent.keyDown(named('圆桌会'), { key: 'a' })
  expect(current()).toBe('圆桌会')
  fireEvent.click(named('亲子剪纸').closest('tr')!.cells[3]!)
  expect(current()).toBe('亲子剪纸')
})

test('what is chosen but not listed leaves the list within reach', () => {
  render(<Chosen first="gone" />)
  expect(current()).toBeUndefined()
  expect(stops().map((button) => button.textContent)).toEqual(['圆桌会'])
})
