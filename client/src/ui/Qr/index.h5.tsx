import { useMemo } from 'react'
import { qrPath } from './path.ts'
import type { QrProps } from './types.ts'
import styles from './index.module.scss'

export function Qr({ text, label }: QrProps) {
  const { side, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
