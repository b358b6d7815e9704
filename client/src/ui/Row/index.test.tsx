import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Switch } from '../Switch'
import { Row } from './index'

test('a row that is not pressed only shows', () => {
  render(<Row title="姓名" value="演示甲" note="已核验" />)
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('演示甲')).toBeTruthy()
  expect(screen.getByText('已核验')).toBeTruthy()
})

test('a pressable row is a button whose name holds all of its words', () => {
  const onClick = vi.fn<() => void>()
  render(<Row icon="calendar" title="我的报名" value="2 项" note="最近一场：12月3日" onClick={onClick} />)
  fireEvent.click(screen.getByRole('button', { name: '我的报名，最近一场：12月3日，2 项' }))
  expect(onClick).toHaveBeenCalledOnce()
})

test('rows and switches under each other are told apart by the same line', () => {
  const { container } = render(
    <>
      <Row title="姓名" />
      <Row title="我的报名" onClick={() => undefined} />
      <Switch label="长辈版" checked={false} onChange={() => undefined} />
    </>,
  )
  expect(container.querySelectorAll('.line + .line')).toHaveLength(2)
})
