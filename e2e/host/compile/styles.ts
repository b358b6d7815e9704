import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Device } from '../wire.ts'
import { BuildError, type Project } from './project.ts'
import { toPx } from './rpx.ts'

const COMMENT = /\/\*[\s\S]*?\*\//g
const IMPORT = /@import\s+(?:url\()?\s*["']?([^"')\s;]+)["']?\s*\)?\s*;?/g

/** The home indicator and the notch, which a browser on a desk does not have. */
const toInsets = (text: string, { safeBottom }: Pick<Device, 'safeBottom'>) =>
  text
    .replace(/(?:env|constant)\(\s*safe-area-inset-bottom\s*(?:,[^()]*)?\)/g, `${safeBottom}px`)
    .replace(/(?:env|constant)\(\s*safe-area-inset-(?:top|left|right)\s*(?:,[^()]*)?\)/g, '0px')

/** Every style sheet of a build by path, with its imports put in and its units in px. */
export function compileStyles({ root, manifest }: Project): Record<string, string> {
  const has = new Set(manifest.styles)
  const read = (path: string, from: string[]): string => {
    if (from.includes(path)) throw new BuildError(`${path}.wxss imports itself`)
    if (!has.has(path)) throw new BuildError(`${from.at(-1)}.wxss imports ${path}.wxss, which is not there`)
    const source = readFileSync(join(root, `${path}.wxss`), 'utf8').replace(COMMENT, '')
    return source.replace(IMPORT, (_, target: string) => {
      const base = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)
      return read(base.replace(/\.wxss$/, ''), [...from, path])
    })
  }
  const { device } = manifest
  return Object.fromEntries(
    manifest.styles.map((path) => [path, toInsets(toPx(read(path, []), device), device)]),
  )
}
