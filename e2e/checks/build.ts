import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Project } from '../host/compile/project.ts'
import type { AppConfig } from '../host/wire.ts'

export const CLIENT = fileURLToPath(new URL('../../client', import.meta.url))

/** A built mini-program, as the checks look at it. Every check gives what is wrong, in words; nothing means good. */
export type Build = {
  app: AppConfig
  files: string[]
  text: (file: string) => string
  size: (file: string) => number
  root: string
}

export const buildOf = ({ root, files, manifest }: Project): Build => ({
  root,
  files,
  app: manifest.app,
  text: (file) => readFileSync(join(root, file), 'utf8'),
  size: (file) => statSync(join(root, file)).size,
})

/** A build made of words, for the tests of the checks. */
export const buildFrom = (app: Partial<AppConfig>, files: Record<string, string> = {}): Build => ({
  root: '/nowhere',
  app: { pages: ['pages/a'], ...app },
  files: Object.keys(files),
  text: (file) => files[file] ?? '',
  size: (file) => Buffer.byteLength(files[file] ?? ''),
})
