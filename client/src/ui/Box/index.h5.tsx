import { ariaProps } from '../aria'
import type { BoxProps } from './types.ts'

/** What is not pressed: the plain element. Taro's own H5 elements are custom elements without a role. */
export function Box({ as: Host = 'div', id, className, style, children, ...aria }: BoxProps) {
  return (
    <Host id={id} className={className} style={style} {...ariaProps(aria)}>
      {children}
    </Host>
  )
}
