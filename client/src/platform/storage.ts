import Taro from '@tarojs/taro'

/** What this device remembers. A full or forbidden storage loses memory, never the page. */
export function remember(key: string, value: unknown) {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** The value as it was remembered, or null; the caller knows its shape, since only this app writes it. */
export function recall<T>(key: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

export function forget(key: string) {
  try {
    Taro.removeStorageSync(key)
  } catch {
    remember(key, null)
  }
}
