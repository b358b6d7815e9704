import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { at } from './lib/paths.mjs'

/** @type {string[]} */
const made = []
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const dependencies = { '@tmt/shared': '*', zod: '*', 'drizzle-orm': '*' }
/** @param {string} name */
const pack = (name) =>
  JSON.stringify({ name, exports: { './*': './src/*' }, dependencies, devDependencies: { tool: '*' } })
const house = {
  'package.json': '{}',
  ...Object.fromEntries(
    ['shared', 'server', 'client', 'e2e'].map((p) => [`${p}/package.json`, pack(`@tmt/${p}`)]),
  ),
  ...Object.fromEntries(
    [...Object.keys(dependencies).slice(1), 'tool', 'stranger'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
  'scripts/start.mjs': '',
}

/**
 * Lays a small tree of files and tells which rules it breaks.
 * @param {Record<string, string>} files
 * @returns {string[]} `rule: from → to`
 */
function violations(files) {
  const folder = mkdtempSync(join(tmpdir(), 'boundaries-'))
  made.push(folder)
  for (const [name, content] of Object.entries({ ...house, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  mkdirSync(join(folder, 'node_modules/@tmt'), { recursive: true })
  for (const name of ['shared', 'server'])
    symlinkSync(join(folder, name), join(folder, 'node_modules/@tmt', name))
  const tool = at('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const folders = ['shared', 'server', 'client', 'e2e', 'scripts']
  const args = [tool, '--config', at('.dependency-cruiser.cjs'), '-T', 'json', ...folders]
  const json = execFileSync(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e8,
  })
  /** @type {{ summary: { violations: { rule: { name: string }, from: string, to: string }[] } }} */
  const { summary } = JSON.parse(json.toString())
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

const x = 'export const x = 1\n'

test('what the house allows breaks no rule', () => {
  expect(
    violations({
      'shared/src/codes.ts': `import { z } from 'zod'\nexport const x = z\n`,
      'shared/src/time.ts': x,
      'shared/src/polls/contract.ts': `import { x } from '../codes.ts'\nexport const polls = x\n`,
      'shared/src/polls/rules.ts': `import { x } from '../time.ts'\nexport const rule = x\n`,
      'shared/src/trips/contract.ts': x,
      'server/src/main.ts': `import './app.ts'\n`,
      'server/src/app.ts': `import './routes.ts'\n`,
      'server/src/routes.ts': `import './polls/routes.ts'\nimport './trips/routes.ts'\nimport './home/routes.ts'\n`,
      'server/src/reactions.ts': `import './polls/routes.ts'\nimport './trips/routes.ts'\n`,
      'server/src/home/routes.ts': `import '../polls/due.ts'\nimport '../people/policy.ts'\n`,
      'server/src/people/policy.ts': `import '../divisions/tree.ts'\nimport '../platform/actor.ts'\n`,
      'server/src/divisions/tree.ts': x,
      'server/src/platform/actor.ts': `import type { x } from '@tmt/shared/codes.ts'\nexport type A = typeof x\n`,
      'server/src/polls/due.ts': `import './store.ts'\n`,
      'server/src/polls/store.ts': `import 'drizzle-orm'\n`,
      'server/src/polls/routes.ts': `import '@tmt/shared/polls/contract.ts'\nimport './store.ts'\nimport '../people/policy.ts'\n`,
      'server/src/trips/routes.ts': x,
      'client/src/tabs/home/index.tsx': `import '../../polls/requests.ts'\nexport const X = () => <b />\n`,
      'client/src/polls/requests.ts': `import '@tmt/shared/polls/contract.ts'\nimport '../platform/call.ts'\n`,
      'client/src/polls/pages/vote/index.tsx': `import '../../requests.ts'\nimport '../../../ui/Button/index.tsx'\n`,
      'client/src/ui/Button/index.tsx': `import '../../platform/call.ts'\n`,
      'client/src/platform/call.ts': x,
      'e2e/journeys/vote.test.ts': `import '@tmt/shared/polls/contract.ts'\n`,
    }),
  ).toEqual([])
})

/** Each rule, broken: its name, the file that breaks it, what that file says, and what it reaches by that. */
const broken = /** @type {[string, string, string, string][]} */ ([
  ['resolvable', 'shared/src/codes.ts', `import './nowhere.ts'`, './nowhere.ts'],
  ['declared', 'server/src/polls/views.ts', `import 'stranger'`, 'node_modules/stranger/index.js'],
  ['no-tools-in-product', 'server/src/polls/views.ts', `import 'tool'`, 'node_modules/tool/index.js'],
  ['no-circles', 'shared/src/days.ts', `import type { x } from './time.ts'`, 'shared/src/time.ts'],
  ['shared-zod-alone', 'shared/src/codes.ts', `import 'node:fs'`, 'fs'],
  ['rules-pure', 'shared/src/polls/rules.ts', `import { z } from 'zod'`, 'node_modules/zod/index.js'],
  [
    'features-apart-shared',
    'shared/src/polls/contract.ts',
    `export * from '../trips/contract.ts'`,
    'shared/src/trips/contract.ts',
  ],
  [
    'client-without-server',
    'client/src/app.tsx',
    `import type { x } from '../../server/src/app.ts'`,
    'server/src/app.ts',
  ],
  ['client-without-server', 'client/src/app.tsx', `import '@tmt/server/main.ts'`, 'server/src/main.ts'],
  [
    'server-without-client',
    'server/src/polls/views.ts',
    `import '../../../client/src/ui/Icon/index.tsx'`,
    'client/src/ui/Icon/index.tsx',
  ],
  [
    'e2e-outside',
    'e2e/journeys/vote.test.ts',
    `await import('../../server/src/app.ts')`,
    'server/src/app.ts',
  ],
  ['scripts-outside', 'scripts/bench.mjs', `import '../client/src/app.tsx'`, 'client/src/app.tsx'],
  [
    'features-apart-server',
    'server/src/polls/routes.ts',
    `import { x } from '../trips/store.ts'`,
    'server/src/trips/store.ts',
  ],
  [
    'features-apart-server',
    'server/src/polls/views.ts',
    `import type { x } from '../trips/store.ts'`,
    'server/src/trips/store.ts',
  ],
  [
    'features-apart-server',
    'server/src/polls/routes.ts',
    `import '../reactions.ts'`,
    'server/src/reactions.ts',
  ],
  [
    'features-apart-server',
    'server/src/polls/routes.ts',
    `import '../home/routes.ts'`,
    'server/src/home/routes.ts',
  ],
  [
    'features-apart-client',
    'client/src/polls/pages/vote/index.tsx',
    `import '../../../trips/requests.ts'`,
    'client/src/trips/requests.ts',
  ],
  [
    'features-speak-their-own-words',
    'client/src/polls/requests.ts',
    `import '@tmt/shared/trips/contract.ts'`,
    'shared/src/trips/contract.ts',
  ],
  [
    'features-speak-their-own-words',
    'server/src/polls/views.ts',
    `import '@tmt/shared/trips/contract.ts'`,
    'shared/src/trips/contract.ts',
  ],
  [
    'platform-names-no-feature',
    'server/src/platform/audit.ts',
    `import '@tmt/shared/trips/contract.ts'`,
    'shared/src/trips/contract.ts',
  ],
  [
    'platform-names-no-feature',
    'client/src/ui/Card/index.tsx',
    `import '@tmt/shared/trips/contract.ts'`,
    'shared/src/trips/contract.ts',
  ],
  [
    'platform-below',
    'server/src/platform/audit.ts',
    `import '../trips/store.ts'`,
    'server/src/trips/store.ts',
  ],
  [
    'platform-below',
    'server/src/gateways/sms.ts',
    `import '../people/policy.ts'`,
    'server/src/people/policy.ts',
  ],
  [
    'people-below-features',
    'server/src/people/policy.ts',
    `import '../trips/store.ts'`,
    'server/src/trips/store.ts',
  ],
  [
    'client-platform-below',
    'client/src/platform/call.ts',
    `import '../ui/Icon/index.tsx'`,
    'client/src/ui/Icon/index.tsx',
  ],
  [
    'ui-below',
    'client/src/ui/Card/index.tsx',
    `import '../../trips/requests.ts'`,
    'client/src/trips/requests.ts',
  ],
  ['home-reads-due', 'server/src/home/routes.ts', `import '../trips/store.ts'`, 'server/src/trips/store.ts'],
  [
    'tabs-take-cards',
    'client/src/tabs/home/index.tsx',
    `import '../../trips/pages/list/index.tsx'`,
    'client/src/trips/pages/list/index.tsx',
  ],
  ['main-on-top', 'server/src/app.ts', `import './main.ts'`, 'server/src/main.ts'],
  ['app-below-main', 'server/src/reactions.ts', `import './app.ts'`, 'server/src/app.ts'],
  [
    'sql-in-stores',
    'server/src/polls/routes.ts',
    `import { x } from 'drizzle-orm'`,
    'node_modules/drizzle-orm/index.js',
  ],
  [
    'no-tests-in-product',
    'server/src/polls/routes.ts',
    `import './polls.test.ts'`,
    'server/src/polls/polls.test.ts',
  ],
])
const reached = [
  'server/src/polls/polls.test.ts',
  ...broken.map(([, , , to]) => to).filter((to) => /^(shared|server|client)\//.test(to)),
]

/** @type {Record<string, string>} */
const files = {
  ...Object.fromEntries(reached.map((to) => [to, x])),
  'shared/src/time.ts': `import './days.ts'\n`,
}
for (const [, file, says] of broken) files[file] = `${files[file] ?? ''}${says}\n`
const found = violations(files)

test('every rule is broken once here', async () => {
  const { default: config } = await import('../.dependency-cruiser.cjs')
  expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(config.forbidden.map(({ name }) => name)))
})

test.each(broken)('%s is held against %s saying %s', (rule, file, _says, to) => {
  expect(found).toContain(`${rule}: ${file} → ${to}`)
})
