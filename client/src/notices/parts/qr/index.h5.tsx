import qrcode from 'qrcode-generator'
import type { QrProps } from './types.ts'
import styles from '../poster.module.scss'

/** The quiet zone round it, in modules (ISO/IEC 18004). */
const QUIET = 4

/** A code that a phone's camera reads from paper, drawn as one path. */
export function Qr({ text, label }: QrProps) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const modules = Array.from({ length: count }, (_, i) => i)
  const path = modules
    .flatMap((row) =>
      modules
        .filter((column) => code.isDark(row, column))
        .map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`),
    )
    .join('')
  const side = count + QUIET * 2
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} className={styles.light} />
      <path d={path} className={styles.dark} />
    </svg>
  )
}
