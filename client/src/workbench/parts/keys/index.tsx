import type { ListKeys } from './types.ts'

/** A telephone has no keys. */
export const hasKeys = false
export function useListKeys(_keys: ListKeys) {
  return undefined
}
export function enter(_region: string) {
  return undefined
}
