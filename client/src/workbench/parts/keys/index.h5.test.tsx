import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useListKeys } from './index'

function List({ onHelp }: { onHelp: () => void }) {
  useListKeys({ list: 'list', beside: 'beside', onHelp })
  return (
    <>
      <input aria-label="找" />
      <div id="list">
        <button type="button">一</button>
        <button type="button">二</button>
      </div>
      <div id="beside">
        <button type="button">发布</button>
      </div>
    </>
  )
}
const focused = () => document.activeElement?.textContent
const key = (name: string, target: Element = document.activeElement!) =>
  fireEvent.keyDown(target, { key: name })

test('j and k go along the list and stop at its ends; Escape comes back from beside it', () => {
  render(<List onHelp={() => undefined} />)
  key('j')
  expect(focused()).toBe('一')
  key('j')
  key('j')
  expect(focused()).toBe('二')
  screen.getByRole('button', { name: '发布' }).focus()
  key('Escape')
  expect(focused()).toBe('二')
  key('k')
  key('k')
  expect(focused()).toBe('一')
})

test('? tells of the keys; who is writing writes', () => {
  const onHelp = vi.fn<() => void>()
  render(<List onHelp={onHelp} />)
  key('?')
  expect(onHelp).toHaveBeenCalledOnce()
  screen.getByLabelText('找').focus()
  key('j')
  key('?')
  expect(document.activeElement).toBe(screen.getByLabelText('找'))
  expect(onHelp).toHaveBeenCalledOnce()
})
