import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Icon } from './index'
import { drawings } from './drawings.ts'

const addressOf = (name: 'phone' | 'chevron') => {
  const { container } = render(<Icon name={name} />)
  return (container.firstElementChild as HTMLElement).style.getPropertyValue('--drawing')
}

test('the mask’s address holds the drawing and no semicolon, at which the style would be cut', () => {
  expect(addressOf('phone')).toContain(drawings.phone)
  expect(addressOf('phone')).toMatch(/^url\("data:image\/svg\+xml,[^;#"]+"\)$/)
})

test('the chevron’s stands in the style sheet, and is the same', () => {
  expect(addressOf('chevron')).toBe('')
  const sheet = readFileSync(join(import.meta.dirname, 'index.module.scss'), 'utf8')
  expect(sheet).toContain(addressOf('phone').replace(drawings.phone, drawings.chevron))
})
