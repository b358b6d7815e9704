/** What a key does; a phone has none. */
export function useShortcuts(_keys: Readonly<Record<string, () => void>>, _on = true) {}
