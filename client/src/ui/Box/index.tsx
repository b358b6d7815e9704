import { View } from '@tarojs/components'
import { ariaProps } from '../aria'
import type { Aria } from '../aria/types.ts'
import { cx } from '../cx.ts'
import type { BoxProps, BoxTag } from './types.ts'

const meaning: Partial<Record<BoxTag, Aria>> = {
  h1: { role: 'heading', level: 1 },
  h2: { role: 'heading', level: 2 },
  h3: { role: 'heading', level: 3 },
  main: { role: 'main' },
  nav: { role: 'navigation' },
  ul: { role: 'list' },
  ol: { role: 'list' },
  li: { role: 'listitem' },
}

/** What is not pressed: a View that says what it is. */
export function Box({ as = 'div', id, className, style, children, ...aria }: BoxProps) {
  return (
    <View
      id={id}
      className={cx(/^h\d$/.test(as) && as, className) || undefined}
      style={style}
      {...ariaProps({ ...meaning[as], ...aria })}
    >
      {children}
    </View>
  )
}
