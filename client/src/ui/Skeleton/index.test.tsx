import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Skeleton } from './index'

test.each(['list', 'detail', 'form'] as const)(
  '%s: says that it is reading, and draws as many as asked',
  (kind) => {
    const { container } = render(<Skeleton kind={kind} rows={4} />)
    expect(screen.getByRole('status', { name: '正在读取' })).toBeTruthy()
    expect(container.querySelectorAll(`.${kind}`)).toHaveLength(4)
  },
)
