import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Tag, type Tone } from './index'

test.each<Tone>(['river', 'leaf', 'ginkgo', 'plum', 'neutral'])(
  '%s: always a word and an icon that is not read',
  (tone) => {
    const { container } = render(<Tag tone={tone}>报名中</Tag>)
    expect(screen.getByText('报名中')).toBeTruthy()
    expect(container.querySelectorAll('.icon[aria-hidden="true"]')).toHaveLength(1)
    expect(container.querySelector(`.tag.${tone}`)).toBeTruthy()
  },
)
