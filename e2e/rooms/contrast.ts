import type { Element } from './screen.ts'

/** Relative luminance of `rgb(…)`, from 0 to 1 (WCAG 2.2). */
function luminance(color: string) {
  const parts = color.match(/[\d.]+/g)?.map(Number) ?? []
  const [red, green, blue, alpha = 1] = parts
  if (red === undefined || green === undefined || blue === undefined || alpha < 1)
    throw new Error(`"${color}" is no full colour`)
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How an element's words stand off its own background: from 1 to 21. */
export async function contrast(element: Element) {
  const [words, ground] = [await element.style('color'), await element.style('background-color')]
  const [a, b] = [luminance(words), luminance(ground)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
