/** What crosses to the client is JSON: functions and undefined are left out. */
export const json = (value: unknown): unknown => {
  const text = JSON.stringify(value)
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}

/** `root.cn[0].cl` within a value; the value itself without a path. */
export const getPath = (value: unknown, path: unknown): unknown => {
  if (typeof path !== 'string' || path === '') return value
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.')
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], value)
}
