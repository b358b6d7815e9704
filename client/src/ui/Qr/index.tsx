import { useMemo } from 'react'
import { Box } from '../Box'
import { qrPath } from './path.ts'
import type { QrProps } from './types.ts'
import styles from './index.module.scss'

/** A mini-program draws no inline SVG: a picture in the background. */
export function Qr({ text, label }: QrProps) {
  const picture = useMemo(() => {
    const { side, path } = qrPath(text)
    return `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'%3E%3Cpath d='${path}'/%3E%3C/svg%3E")`
  }, [text])
  return <Box className={styles.qr} style={{ backgroundImage: picture }} role="img" label={label} />
}
