import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { at, node24 } from './paths.mjs'
import { run } from './run.mjs'

/**
 * One part of the tests. Files that could not be loaded, skipped tests, a part without tests and a runner that
 * crashed all count as failures: what did not run proves nothing.
 * @param {string} name
 * @param {{ root: string, only?: string[], env?: NodeJS.ProcessEnv, limit?: number }} part
 *   `only`: parts of file names; `limit` in ms
 * @returns {Promise<{ passed: number, failed: number, ms: number }>}
 */
export async function vitest(name, { root, only = [], env = {}, limit = 25 * 60_000 }) {
  const report = at(`.cache/tests/${name.replaceAll(/[\s/]+/g, '-')}.json`)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [
    node24,
    at('node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    at(root),
    ...reporters,
    ...only,
  ]
  const { ok, ms } = await run(`测试 ${name}`, command, { env, limit })
  return { ...count(name, read(report), ok), ms }
}

/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} Report */

/** @param {string} file @returns {Report | undefined} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} name
 * @param {Report | undefined} report
 * @param {boolean} ok whether the runner said so
 */
export function count(name, report, ok) {
  const {
    numPassedTests: passed = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = report ?? {}
  const skipped = numPendingTests + numTodoTests
  if (skipped > 0) console.log(`  ${name}：有 ${skipped} 项没有执行，算作失败`)
  if (passed + numFailedTests === 0) console.log(`  ${name}：一项测试也没有执行，算作失败`)
  const failed = numFailedTests + skipped
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed }
}
