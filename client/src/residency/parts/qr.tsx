import { generate } from 'lean-qr'
import { useMemo } from 'react'
import { Box } from '../../ui/Box'
import styles from './qr.module.scss'

/** Drawn as a background, which the browser and WeChat both can; `#` and `"` would end the address. */
function picture(text: string) {
  const code = generate(text)
  const dots: string[] = []
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) dots.push(`M${x} ${y}h1v1h-1z`)
  const { size } = code
  return `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-4 -4 ${size + 8} ${size + 8}' shape-rendering='crispEdges'%3E%3Cpath d='${dots.join('')}'/%3E%3C/svg%3E")`
}
export function Qr({ text, label }: { text: string; label: string }) {
  const backgroundImage = useMemo(() => picture(text), [text])
  return <Box className={styles.qr} style={{ backgroundImage }} role="img" label={label} />
}
