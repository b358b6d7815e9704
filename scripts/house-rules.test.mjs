import { expect, test } from 'vitest'
import { complaints } from './house-rules.mjs'

const host = ['registry', 'example', 'org'].join('.')

test.each([
  ['server/src/app.ts', 'x\n'.repeat(301), '301 行'],
  ['README.md', `见 https://${host}/`, '软件包仓库'],
  ['client/src/app.tsx', `import { z } from 'zod'\n`, 'zod/mini'],
  ['client/src/platform/zod.ts', `import * as all from 'zod/${'locales'}'\n`, 'zh-CN'],
  ['shared/src/index.ts', `export * from './time.ts'\nexport type { A } from './a.ts'\n`, '转手导出'],
  ['client/src/a.tsx', `const a = 1\nconst b = '已收到,请稍等'\n`, '第 2 行'],
  ['client/src/a.tsx', '<p>要取消吗?</p>', '半角标点'],
  ['shared/src/a.ts', '`原因:${reason}`', '半角标点'],
  ['server/src/a.ts', `f('https://a.cn/', '登录(演示);')\ng('登录;')`, '第 2 行'],
  [
    'client/src/a.tsx',
    '<Button onClick={() => go()} label={`取消：${what}`}>\n  不去了\n</Button>',
    '“不去了”',
  ],
  ['client/src/a.tsx', '<Press label="关上">关闭</Press>', '“关闭”'],
])('%s is complained of', (path, content, complaint) => {
  expect(complaints(path, content)).toEqual([expect.stringContaining(complaint)])
})

test.each([
  ['server/src/app.ts', 'x\n'.repeat(300)],
  ['server/migrations/sqlite/0000.ts', 'x\n'.repeat(301)],
  ['pnpm-lock.yaml', `https://${host}/`],
  ['client/src/platform/zod.ts', `import { z } from 'zod/mini'\nimport zh from 'zod/v4/locales/zh-CN.js'\n`],
  ['shared/src/a.ts', `export { b } from './b.ts'\nexport const c = 1\n`],
  ['client/src/a.tsx', `// From 首页: the way on, if any.\nconst a = '已收到，请稍等' // 首页, again\n`],
  ['client/src/a.test.tsx', `it('goes from 首页, signed in', () => {})`],
  ['server/src/a.test.ts', `/* 居民: one\n who lives 社区; */ const a = /居委会?$/`],
  ['server/src/a.ts', `const a = ['首页', '活动'], b = { '社区': '村' }`],
  ['e2e/host/a.ts', `const a = '甲:乙'`],
  ['client/src/a.tsx', '<Button onClick={() => go()} label={`不去了：${what}`}>不去了</Button>'],
  ['client/src/a.tsx', '<Press label="关闭" onClick={close}>\n  <Icon name="close" />\n</Press>'],
])('%s is let through', (path, content) => {
  expect(complaints(path, content)).toEqual([])
})
