import type { CSSProperties } from 'react'
import { View } from '@tarojs/components'
import { ariaProps } from '../aria'
import { cx } from '../cx.ts'
import { drawings } from './drawings.ts'
import type { IconProps } from './types.ts'
import styles from './index.module.scss'

// `#` and `"` would end the address; no base64, since a `;` would cut the style in two.
const picture = (d: string) =>
  `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='${d}'/%3E%3C/svg%3E")`

/** A mask over the colour of the text: a mini-program draws no inline SVG. */
export function Icon({ name, size = 24, label }: IconProps) {
  // Every row ends with a chevron: drawn by the style sheet, it doesn't cross to the view with each of them.
  const often = name === 'chevron'
  const style = {
    '--size': String(size),
    ...(!often && { '--drawing': picture(drawings[name]) }),
  } as CSSProperties
  return (
    <View
      className={cx(styles.icon, styles.mask, often && styles.chevron)}
      style={style}
      {...ariaProps(label === undefined ? { hidden: true } : { role: 'img', label })}
    />
  )
}
