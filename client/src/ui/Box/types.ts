import type { CSSProperties, ReactNode } from 'react'
import type { Aria } from '../aria/types.ts'

export type BoxTag =
  | 'div'
  | 'span'
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'main'
  | 'nav'
  | 'header'
  | 'footer'
  | 'section'
  | 'ul'
  | 'ol'
  | 'li'

export type BoxProps = Aria & {
  /** The element on H5, the role on weapp (where all are a View: give a span its `display`). Default div. */
  as?: BoxTag
  id?: string
  className?: string
  style?: CSSProperties
  children?: ReactNode
}
