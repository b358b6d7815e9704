import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Qr } from './index.h5.tsx'

it('draws the address as a code with its quiet zone, and says what it is for', () => {
  render(<Qr text="https://tmt.example.cn/notices/pages/detail/index?id=1" label="二维码" />)
  const code = screen.getByRole('img', { name: '二维码' })
  const side = Number(code.getAttribute('viewBox')!.split(' ')[2])
  // Version 4 holds 62 bytes at level M: 33 modules a side.
  expect(side).toBe(33 + 8)
  const path = code.querySelector('path')!.getAttribute('d')!
  const modules = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)])
  expect(modules.every(([x, y]) => x! >= 4 && x! < side - 4 && y! >= 4 && y! < side - 4)).toBe(true)
  // The finder in the upper left corner begins with seven dark modules and a light one.
  const row = modules.filter(([, y]) => y === 4).map(([x]) => x)
  expect(row.slice(0, 7)).toEqual([4, 5, 6, 7, 8, 9, 10])
  expect(row).not.toContain(11)
})
