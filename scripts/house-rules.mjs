import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './lib/paths.mjs'

const skipped = new Set(['node_modules', 'dist', 'data', 'out', 'pictures', '.git', '.cache', '.swc'])
const text = /\.(ts|tsx|mjs|cjs|js|scss|html|json|ya?ml|md|sh)$|^run$/
const code = /\.(ts|tsx|mjs|cjs|js|scss)$/
const LONGEST = 300
/** A comment, or a string that may hold what looks like one: the strings come first and stay. */
const commentOrString = /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*/g
/** Not before a Latin word (an English sentence that names a Chinese one), nor where `?` repeats in a pattern. */
const halfWidth = /[\u4e00-\u9fff”」）》](?:[,;:!](?! [A-Za-z])|\?(?=['"`<\s\u4e00-\u9fff”」]))/
/** A button with a name of its own around words that are seen: the name's text, then the words. `=>` does not end a tag. */
const named =
  /<(?:Button|Press)\b(?:=>|[^>])*?\blabel=(?:"([^"]*)"|\{`([^`]*)`\})(?:=>|[^>])*>\s*([\u4e00-\u9fff][^<{\n]*)/g

/**
 * Rules that no other tool holds. Each says what is wrong with a file, or nothing.
 * @type {((path: string, content: string) => string | false)[]}
 */
export const rules = [
  (path, content) => {
    const lines = content.trimEnd().split('\n').length
    const counted = code.test(path) && !path.startsWith('server/migrations/')
    return counted && lines > LONGEST && `${lines} 行，超过 ${LONGEST} 行，请拆开`
  },
  (path, content) =>
    !/(^|\/)(package\.json|pnpm-lock\.yaml)$/.test(path) &&
    /\bregistry\.[\w-]+\.(?:org|com|cn)\b/.test(content) &&
    '写了软件包仓库的地址：从哪里安装由机器决定',
  (path, content) =>
    /^(client|shared)\/src\/.*\.tsx?$/.test(path) &&
    /from 'zod'/.test(content) &&
    '引用了整个 zod(85 KB)，请用 zod/mini(24 KB)',
  (path, content) =>
    code.test(path) &&
    /\bz\.locales\b|from 'zod\/(v4\/)?locales'/.test(content) &&
    '引用了 zod 的全部语言（260 KB），请只引用 zh-CN',
  (path, content) =>
    /^(client|shared|server|e2e)\/.*\.tsx?$/.test(path) &&
    /^(?:\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from\s+'[^']+'\s*)+$/.test(content) &&
    '只转手导出别的文件，请直接引用原文件',
  (path, content) => {
    if (!/^(client|shared|server)\/src\/.*\.tsx?$/.test(path)) return false
    const lines = content
      .replace(commentOrString, (all, string) => string ?? all.replace(/[^\n]/g, ''))
      .split('\n')
    const at = lines.findIndex((line) => halfWidth.test(line))
    return at >= 0 && `第 ${at + 1} 行的中文后面用了半角标点，请用，：；？！`
  },
  // Whoever speaks to the phone says what they see (WCAG 2.5.3).
  (path, content) => {
    if (!/^client\/src\/.*\.tsx$/.test(path) || path.endsWith('.test.tsx')) return false
    for (const [, plain, template, words = ''] of content.matchAll(named)) {
      const name = plain ?? template ?? ''
      if (!name.startsWith(words.trim())) return `按钮“${words.trim()}”的读法“${name}”要以看到的字开头`
    }
    return false
  },
]

/**
 * @param {string} path below the project's folder
 * @param {string} content
 */
export function complaints(path, content) {
  return rules.map((rule) => rule(path, content)).filter((c) => c !== false)
}

/** @param {string} [folder] @returns {Generator<string>} */
function* files(folder = '') {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* files(path)
    } else if (text.test(entry.name)) yield path
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  let found = 0
  for (const path of files()) {
    for (const complaint of complaints(path, readFileSync(join(root, path), 'utf8'))) {
      console.log(`${path}:${complaint}`)
      found += 1
    }
  }
  process.exitCode = found === 0 ? 0 : 1
}
