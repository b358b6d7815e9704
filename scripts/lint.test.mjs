import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { at } from './lib/paths.mjs'

mkdirSync(at('.cache'), { recursive: true })
const folder = mkdtempSync(at('.cache/lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** @param {string} name @param {string} source */
function lint(name, source) {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, source)
  const args = [at('node_modules/oxlint/bin/oxlint'), '--config', at('.oxlintrc.json'), '--no-ignore', file]
  return spawnSync(process.execPath, args, { cwd: at('.'), encoding: 'utf8' }).stdout
}

test('an insert that nobody awaits never runs, and is found', () => {
  const said = lint(
    'floating.ts',
    `import type { drizzle } from '../../server/node_modules/drizzle-orm/better-sqlite3/index.js'
import { sqliteTable, text } from '../../server/node_modules/drizzle-orm/sqlite-core/index.js'
const t = sqliteTable('t', { a: text() })
export function add(db: ReturnType<typeof drizzle>) {
  db.insert(t).values({ a: 'x' })
}
`,
  )
  expect(said).toContain('no-floating-promises')
  expect(said).toContain('Found 0 warnings and 1 error')
})

test('rules have no clock and no randomness', () => {
  const said = lint(
    'shared/src/polls/rules.ts',
    'export const late = () => Date.now() > 0 && Math.random() > 0.5\n',
  )
  expect(said).toContain('时钟由参数给')
  expect(said).toContain('随机数由参数给')
})
