import { type FileStorage, StorageFailure } from '../gateway.ts'

/** A storage of a test, to be looked into and broken. */
export function createMemory() {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  const state = { down: false }
  const check = () => {
    if (state.down) throw new StorageFailure('down')
  }
  const storage: FileStorage = {
    async put(key, bytes) {
      check()
      kept.set(key, Uint8Array.from(bytes))
    },
    async get(key) {
      check()
      return kept.get(key)
    },
    async remove(key) {
      check()
      kept.delete(key)
    },
  }
  return { ...storage, kept, state }
}
