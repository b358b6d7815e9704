import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Icon } from './index'

test('in a browser it is drawn in the colour of the text round it', () => {
  const { container } = render(<Icon name="check" />)
  const svg = container.querySelector('svg')
  expect(svg?.getAttribute('stroke')).toBe('currentColor')
  expect(svg?.querySelectorAll('path')).toHaveLength(1)
})
