import type { ReactNode } from 'react'

export type SheetProps = {
  open: boolean
  title: string
  /** 关闭, Escape (H5) or a press beside it. */
  onClose: () => void
  children: ReactNode
  /** Buttons at its foot, the one that does it first. */
  actions?: ReactNode
}
