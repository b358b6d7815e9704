import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Icon } from './index'
import { drawings } from './drawings.ts'

test('the mask’s address holds the drawing and no semicolon, at which the style would be cut', () => {
  const { container } = render(<Icon name="chevron" />)
  const address = (container.firstElementChild as HTMLElement).style.getPropertyValue('--drawing')
  expect(address).toContain(drawings.chevron)
  expect(address).toMatch(/^url\("data:image\/svg\+xml,[^;#"]+"\)$/)
})
