import type { Aria } from './types.ts'

/** For DOM elements: `role` and `aria-…`. */
export function ariaProps({ role, ...aria }: Aria): Record<string, string | number | boolean> {
  const out: Record<string, string | number | boolean> = role === undefined ? {} : { role }
  for (const [key, value] of Object.entries(aria)) {
    if (value !== undefined) out[`aria-${key.toLowerCase()}`] = value
  }
  return out
}
