/** WeChat has no TextEncoder, which the drawing of codes asks for; the build puts this in its place. UTF-8. */
export class TextEncoder {
  encode(text: string) {
    const escaped = encodeURIComponent(text)
    const bytes: number[] = []
    for (let i = 0; i < escaped.length; i += 1) {
      const isEscape = escaped[i] === '%'
      bytes.push(isEscape ? Number.parseInt(escaped.slice(i + 1, i + 3), 16) : escaped.charCodeAt(i))
      if (isEscape) i += 2
    }
    return new Uint8Array(bytes)
  }
}
