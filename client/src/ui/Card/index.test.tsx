import { fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Box } from '../Box'
import { Button } from '../Button'
import { Card } from './index'

test('a card that is not pressed is no button', () => {
  render(<Card>内容</Card>)
  expect(screen.getByText('内容')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a pressable card is a button called by its own words', () => {
  const onClick = vi.fn<() => void>()
  render(
    <Card onClick={onClick}>
      <Box as="h2">冬季义诊</Box>
    </Card>,
  )
  fireEvent.click(screen.getByRole('button', { name: '冬季义诊' }))
  expect(onClick).toHaveBeenCalledOnce()
})

test('its heading and its own buttons stand beside that button, not in it', () => {
  const open = vi.fn<() => void>()
  const cancel = vi.fn<() => void>()
  render(
    <Card onClick={open} label="看冬季义诊">
      <Box as="h2">冬季义诊</Box>
      <Button onClick={cancel}>取消报名</Button>
    </Card>,
  )
  const spread = screen.getByRole('button', { name: '看冬季义诊' })
  expect(within(spread).queryByRole('heading')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '取消报名' }))
  expect(cancel).toHaveBeenCalledOnce()
  expect(open).not.toHaveBeenCalled()
})
