import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

/**
 * One hash over the names and bytes of files; folders are walked, what is not there and tests are skipped.
 * @param {string[]} paths below the project's folder
 * @param {string} [salt]
 */
export function hashOf(paths, salt = '') {
  const hash = createHash('sha256').update(salt)
  /** @param {string} path */
  const add = (path) => {
    const full = join(root, path)
    const stat = statSync(full, { throwIfNoEntry: false })
    if (stat?.isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!/\.test\.tsx?$/.test(name)) add(`${path}/${name}`)
    } else if (stat) hash.update(`${path}\0${stat.size}\0`).update(readFileSync(full))
  }
  paths.forEach(add)
  return hash.digest('hex')
}

/** @param {string} file @returns {string | undefined} */
export function readMark(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
