import { ApiError, asyncApi, type Options } from './async.ts'

/** WeChat: 1 MB for one key, 10 MB for all. */
const ONE = 1024 * 1024
const ALL = 10 * 1024 * 1024
const kept = new Map<string, string>()
let used = 0

const checkKey = (key: unknown) => {
  if (typeof key !== 'string') throw new ApiError('parameter error: parameter.key should be String')
  return key
}
/** What WeChat keeps is JSON and little more: functions are lost, undefined stays undefined. */
const encode = (data: unknown) => JSON.stringify(data === undefined ? {} : { data })

function set(key: unknown, data: unknown) {
  const name = checkKey(key)
  const text = encode(data)
  const before = kept.get(name)?.length ?? 0
  if (text.length > ONE) throw new ApiError('entry size limit reached')
  if (used - before + text.length > ALL) throw new ApiError('storage limit reached')
  used += text.length - before
  kept.set(name, text)
}
function get(key: unknown) {
  const text = kept.get(checkKey(key))
  return text === undefined ? null : (JSON.parse(text) as { data?: unknown })
}
function remove(key: unknown) {
  const name = checkKey(key)
  used -= kept.get(name)?.length ?? 0
  kept.delete(name)
}
function clear() {
  kept.clear()
  used = 0
}
const info = () => ({
  keys: [...kept.keys()],
  currentSize: Math.ceil(used / 1024),
  limitSize: ALL / 1024,
})

/** The synchronous forms throw what the others fail with. */
const sync =
  <A extends unknown[], R>(name: string, run: (...args: A) => R) =>
  (...args: A) => {
    try {
      return run(...args)
    } catch (error) {
      throw new Error(`${name}:fail ${(error as Error).message}`, { cause: error })
    }
  }

export const storage = {
  setStorageSync: sync('setStorageSync', (key: unknown, data: unknown) => set(key, data)),
  getStorageSync: sync('getStorageSync', (key: unknown) => {
    const found = get(key)
    return found === null ? '' : found.data
  }),
  removeStorageSync: sync('removeStorageSync', (key: unknown) => remove(key)),
  clearStorageSync: () => clear(),
  getStorageInfoSync: () => info(),
  setStorage: asyncApi('setStorage', ({ key, data }: Options) => set(key, data)),
  getStorage: asyncApi('getStorage', ({ key }: Options) => {
    const found = get(key)
    if (found === null) throw new ApiError('data not found')
    return { data: found.data }
  }),
  removeStorage: asyncApi('removeStorage', ({ key }: Options) => remove(key)),
  clearStorage: asyncApi('clearStorage', () => clear()),
  getStorageInfo: asyncApi('getStorageInfo', () => info()),
}
