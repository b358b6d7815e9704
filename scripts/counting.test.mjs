import { expect, test } from 'vitest'
import { endChildren, run } from './lib/run.mjs'
import { count } from './lib/vitest.mjs'

/** @param {Partial<import('./lib/vitest.mjs').Report>} numbers */
const report = (numbers) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  ...numbers,
})

test.each([
  ['all passed', report({ numPassedTests: 3 }), true, { passed: 3, failed: 0 }],
  ['some failed', report({ numPassedTests: 3, numFailedTests: 2 }), false, { passed: 3, failed: 2 }],
  [
    'a skipped test proves nothing',
    report({ numPassedTests: 3, numPendingTests: 1 }),
    true,
    { passed: 3, failed: 1 },
  ],
  [
    'a test to be written neither',
    report({ numPassedTests: 3, numTodoTests: 1 }),
    true,
    { passed: 3, failed: 1 },
  ],
  ['no test at all', report({}), true, { passed: 0, failed: 1 }],
  ['the runner crashed', undefined, false, { passed: 0, failed: 1 }],
  ['all passed, but a file failed to load', report({ numPassedTests: 3 }), false, { passed: 3, failed: 1 }],
])('%s', (_what, numbers, ok, expected) => {
  expect(count('部分', numbers, ok)).toEqual(expected)
})

const node = process.execPath

test('a step tells its exit code and keeps its output', async () => {
  const done = await run('试', [node, '-e', `console.log('out'); console.error('err'); process.exit(3)`], {
    quiet: true,
  })
  expect(done).toMatchObject({ ok: false, code: 3 })
  expect(done.output).toContain('out')
  expect(done.output).toContain('err')
})

test('a program that is not there is a failure, not a crash', async () => {
  expect(await run('试', ['/nowhere/at-all'], { quiet: true })).toMatchObject({ ok: false, code: null })
})

test('a step that takes too long is ended with what it started', async () => {
  const endless = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`
  const done = await run('试', [node, '-e', endless], { quiet: true, limit: 1500 })
  expect(done.ok).toBe(false)
  expect(done.output).toContain('已中止')
})

test('ending the children when there are none is nothing', () => {
  expect(endChildren).not.toThrow()
})
