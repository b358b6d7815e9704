import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Sheet } from './index'

function Story({ onClose = () => undefined }: { onClose?: () => void }) {
  const [open, setOpen] = useState(false)
  const close = () => {
    onClose()
    setOpen(false)
  }
  return (
    <>
      <button onClick={() => setOpen(true)}>我要报名</button>
      <Sheet open={open} title="确认报名" onClose={close} actions={<button>确认</button>}>
        <input aria-label="人数" />
      </Sheet>
    </>
  )
}
function open(onClose?: () => void) {
  render(<Story onClose={onClose} />)
  const opener = screen.getByText('我要报名')
  opener.focus()
  fireEvent.click(opener)
  return { opener, dialog: screen.getByRole('dialog') }
}

test('takes the focus when it opens and gives it back when it closes', () => {
  const { opener, dialog } = open()
  expect(document.activeElement).toBe(dialog)
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

test('Escape closes it, and so does the browser’s own way of cancelling', () => {
  const onClose = vi.fn<() => void>()
  const { dialog } = open(onClose)
  fireEvent.keyDown(screen.getByLabelText('人数'), { key: 'Escape' })
  expect(onClose).toHaveBeenCalledOnce()
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.click(screen.getByText('我要报名'))
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
  expect(onClose).toHaveBeenCalledTimes(2)
  expect(dialog.isConnected).toBe(false)
})

test('Tab goes round inside of it', () => {
  const { dialog } = open()
  const first = screen.getByRole('button', { name: '关闭' })
  const last = screen.getByRole('button', { name: '确认' })
  fireEvent.keyDown(dialog, { key: 'Tab', shiftKey: true })
  expect(document.activeElement).toBe(last)
  fireEvent.keyDown(last, { key: 'Tab' })
  expect(document.activeElement).toBe(first)
  fireEvent.keyDown(first, { key: 'Tab', shiftKey: true })
  expect(document.activeElement).toBe(last)
  // In the middle the browser itself goes on.
  screen.getByLabelText('人数').focus()
  expect(fireEvent.keyDown(screen.getByLabelText('人数'), { key: 'Tab' })).toBe(true)
})

test('a press on the shade closes it, one on its content does not', () => {
  const onClose = vi.fn<() => void>()
  const { dialog } = open(onClose)
  fireEvent.click(screen.getByLabelText('人数'))
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(dialog)
  expect(onClose).toHaveBeenCalledOnce()
})
