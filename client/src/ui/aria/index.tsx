import type { Aria } from './types.ts'

/** For Taro's components: `ariaRole` becomes WXML's `aria-role`. Needs the attributes that `plugin.ts` adds. */
export function ariaProps(aria: Aria): Record<string, string | number | boolean> {
  const out: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(aria)) {
    if (value !== undefined) out[`aria${key[0]?.toUpperCase()}${key.slice(1).toLowerCase()}`] = value
  }
  return out
}
