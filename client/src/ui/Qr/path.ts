import { correction, generate } from 'lean-qr/nano'

/** The quiet zone that readers need round a code. */
export const MARGIN = 4
/** A code as one path of unit squares, with the side of the whole in squares. Paper and glass may be dirty: level M. */
export function qrPath(text: string) {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const side = code.size + MARGIN * 2
  let path = ''
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`
  return { side, path }
}
