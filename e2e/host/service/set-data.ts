import { console } from './globals.ts'

/** WeChat refuses a setData beyond this many bytes of JSON. */
const LIMIT = 1024 * 1024
export type SetDataCall = { page: number; path: string; bytes: number }
/** Every setData of every page and component, for the checks of the build. */
export const calls: SetDataCall[] = []

const bytesOf = (text: string) => {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

type Caller = { is: string; setData(data: unknown, done?: () => void): void }
const counted = new WeakSet<object>()

/** Counts and measures the setData calls of everything that shares an instance's prototype. */
export function countSetData(instance: object, pageOf: (caller: object) => number) {
  let prototype = Object.getPrototypeOf(instance) as object
  while (!Object.hasOwn(prototype, 'setData')) prototype = Object.getPrototypeOf(prototype) as object
  if (counted.has(prototype)) return
  counted.add(prototype)
  const owner = prototype as Caller
  const { setData: original } = owner as { setData: (data: unknown, done?: () => void) => void }
  owner.setData = function (this: Caller, data: unknown, done?: () => void) {
    const bytes = bytesOf(JSON.stringify(data) ?? '')
    calls.push({ page: pageOf(this), path: this.is, bytes })
    if (bytes > LIMIT) {
      console.error(`setData: ${bytes} bytes in one call, more than WeChat takes (${LIMIT})`)
      return
    }
    original.call(this, data, done)
  }
}
