export type Shortcuts = Readonly<Record<string, () => void>>
export const hasShortcuts = false
/** A mini-program is told of no keys. */
export function useShortcuts(_keys: Shortcuts) {}
