import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { at, node24 } from './lib/paths.mjs'
import { onLeaving } from './lib/leaving.mjs'
import { leave, run } from './lib/run.mjs'

onLeaving(leave)

// One schema, two histories: drizzle-kit writes what changed since the last migration, once per dialect.
const dialects = [
  { name: 'sqlite', dialect: 'sqlite', url: 'data/never-opened.db' },
  { name: 'pg', dialect: 'postgresql', url: 'postgres://127.0.0.1/never-asked' },
]
const count = (/** @type {string} */ folder) =>
  readdirSync(folder).filter((file) => file.endsWith('.sql')).length

/**
 * @param {(typeof dialects)[number]} dialect
 * @param {string} out
 * @param {string[]} more
 */
async function generate({ name, dialect, url }, out, more) {
  const tool = at('server/node_modules/drizzle-kit/bin.cjs')
  const schema = ['--schema=./src/*/tables.ts', '--casing=snake_case']
  const where = [`--dialect=${dialect}`, `--out=${relative(at('server'), out)}`]
  const command = [node24, tool, 'generate', ...schema, ...where, ...more]
  const before = count(out)
  const { ok, output } = await run(`迁移 ${name}`, command, { cwd: at('server'), env: { DATABASE_URL: url } })
  return { ok, output, added: count(out) - before }
}

const check = process.argv.includes('--check')
for (const dialect of dialects) {
  const history = at(`server/migrations/${dialect.name}`)
  const trial = at(`.cache/migrations/${dialect.name}`)
  if (check) {
    rmSync(trial, { recursive: true, force: true })
    mkdirSync(trial, { recursive: true })
    cpSync(history, trial, { recursive: true })
  }
  const more = process.argv.slice(2).filter((arg) => arg !== '--check')
  const { ok, added } = await generate(dialect, check ? trial : history, more)
  if (check && added > 0)
    console.log(`${dialect.name}：表改了，迁移没有跟上。请运行 npm run migrate:generate -- --name=改了什么`)
  if (!ok || (check && added > 0)) process.exitCode = 1
}
