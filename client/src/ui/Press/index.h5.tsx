import { ariaProps } from '../aria'
import type { PressProps } from './types.ts'

/**
 * What is pressed and has no look of its own: a real button, so that the keyboard works. Put spans in it.
 * Its class includes the mixin `press`.
 */
export function Press({ onClick, className, style, children, ...aria }: PressProps) {
  return (
    <button type="button" className={className} style={style} onClick={onClick} {...ariaProps(aria)}>
      {children}
    </button>
  )
}
