import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStorage, StorageFailure } from './gateway.ts'

const isMissing = (error: unknown) => (error as { code?: string }).code === 'ENOENT'

/** Makes durable what was done in a folder: a new name is not, before its folder is. */
async function syncFolder(path: string) {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Files below one folder of the machine that the server runs on. */
export function createDisk(root: string): FileStorage {
  const pathOf = (key: string) => {
    if (!/^[\w-]{2}\/[\w.-]+$/.test(key) || key.includes('..')) throw new StorageFailure(`no key: ${key}`)
    return join(root, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      const half = `${path}.${randomBytes(6).toString('hex')}.part`
      try {
        await mkdir(dirname(path), { recursive: true })
        const file = await open(half, 'wx', 0o640)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(half, path)
        await syncFolder(dirname(path))
        await syncFolder(root)
      } catch (error) {
        await rm(half, { force: true })
        throw new StorageFailure('the disk did not take the file', { cause: error })
      }
    },
    async get(key) {
      try {
        return Uint8Array.from(await readFile(pathOf(key)))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw new StorageFailure('the disk did not give the file', { cause: error })
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
