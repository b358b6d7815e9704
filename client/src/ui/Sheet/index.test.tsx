import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Button } from '../Button'
import { Sheet } from './index'

test('closed, it is not there', () => {
  render(
    <Sheet open={false} title="确认报名" onClose={() => undefined}>
      内容
    </Sheet>,
  )
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('open, it is a modal dialog with its title, content and actions', () => {
  const onClose = vi.fn<() => void>()
  render(
    <Sheet open title="确认报名" onClose={onClose} actions={<Button>确认</Button>}>
      12月3日 09:00
    </Sheet>,
  )
  const dialog = screen.getByRole('dialog', { name: '确认报名' })
  expect(dialog.getAttribute('aria-modal')).toBe('true')
  expect(dialog.textContent).toContain('12月3日 09:00')
  expect(screen.getByRole('heading', { name: '确认报名' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '确认' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(onClose).toHaveBeenCalledOnce()
})
