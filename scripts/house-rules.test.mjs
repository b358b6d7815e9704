import { expect, test } from 'vitest'
import { complaints } from './house-rules.mjs'

const host = ['registry', 'example', 'org'].join('.')

test.each([
  ['server/src/app.ts', 'x\n'.repeat(301), '301 行'],
  ['README.md', `见 https://${host}/`, '软件包仓库'],
  ['client/src/app.tsx', `import { z } from 'zod'\n`, 'zod/mini'],
  ['client/src/platform/zod.ts', `import * as all from 'zod/${'locales'}'\n`, 'zh-CN'],
  ['shared/src/index.ts', `export * from './time.ts'\nexport type { A } from './a.ts'\n`, '转手导出'],
])('%s is complained of', (path, content, complaint) => {
  expect(complaints(path, content)).toEqual([expect.stringContaining(complaint)])
})

test.each([
  ['server/src/app.ts', 'x\n'.repeat(300)],
  ['server/migrations/sqlite/0000.ts', 'x\n'.repeat(301)],
  ['pnpm-lock.yaml', `https://${host}/`],
  ['client/src/platform/zod.ts', `import { z } from 'zod/mini'\nimport zh from 'zod/v4/locales/zh-CN.js'\n`],
  ['shared/src/a.ts', `export { b } from './b.ts'\nexport const c = 1\n`],
])('%s is let through', (path, content) => {
  expect(complaints(path, content)).toEqual([])
})
