import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { at, node24 } from './lib/paths.mjs'
import { onLeaving } from './lib/leaving.mjs'
import { leave, run } from './lib/run.mjs'

/** @param {string} tool a file below node_modules, run by Node 24 */
const tool = (tool) => [node24, at(`node_modules/${tool}`)]
const oxfmt = tool('oxfmt/bin/oxfmt')
const oxlint = tool('oxlint/bin/oxlint')
const tsc = tool('typescript/bin/tsc')

const typed = ['shared', 'server', 'client', 'e2e', 'scripts'].filter((p) =>
  existsSync(at(`${p}/tsconfig.json`)),
)
const folders = ['shared', 'server', 'client', 'e2e', 'scripts']

/** Everything that is looked at without running the product. */
export const checks = [
  { name: '格式', command: [...oxfmt, '--check', '.'] },
  ...typed.map((p) => ({ name: `类型 ${p}`, command: [...tsc, '-p', at(p)] })),
  { name: '代码检查', command: [...oxlint, '.'] },
  {
    name: '引用边界',
    command: [
      ...tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      ...folders,
    ],
  },
  { name: '无用代码', command: [...tool('knip/bin/knip.js'), '--no-progress'] },
  { name: '迁移', command: [node24, at('scripts/migrations.mjs'), '--check'] },
  { name: '家规', command: [node24, at('scripts/house-rules.mjs')] },
]

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function check() {
  const failed = []
  for (const { name, command } of checks) {
    const { ok } = await run(`检查 ${name}`, command, { limit: 5 * 60_000 })
    if (!ok) failed.push(name)
  }
  return { passed: checks.length - failed.length, failed: failed.length }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  onLeaving(leave)
  if (process.argv.includes('--fix')) {
    await run('整理格式', [...oxfmt, '.'])
    await run('修正代码', [...oxlint, '--fix', '.'])
  }
  const { failed } = await check()
  process.exitCode = failed === 0 ? 0 : 1
}
