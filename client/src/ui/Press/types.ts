import type { CSSProperties, ReactNode } from 'react'
import type { Aria } from '../aria/types.ts'

export type PressProps = Aria & {
  onClick?: () => void
  className?: string
  style?: CSSProperties
  children?: ReactNode
}
