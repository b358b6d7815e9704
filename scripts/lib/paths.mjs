import { fileURLToPath } from 'node:url'
import { delimiter, join } from 'node:path'

/** The project's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The Node 24 that the install brings; everything but these scripts runs on it. */
export const node24 = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** @param {string} path below the project's folder */
export const at = (path) => join(root, path)

/**
 * The environment of a child: Node 24 comes first in PATH, and npm's warnings about settings
 * that belong to the machine stay out of the output.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnv(extra = {}) {
  return {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    npm_config_loglevel: 'error',
    ...extra,
  }
}
