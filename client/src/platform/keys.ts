/** A random key in the form of a UUID (version 4). WeChat has no synchronous source of randomness but Math.random. */
export function newKey() {
  const bytes = new Uint8Array(16)
  if (typeof crypto === 'object' && typeof crypto.getRandomValues === 'function')
    crypto.getRandomValues(bytes)
  else for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(Math.random() * 256)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
