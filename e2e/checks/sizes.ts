import { subpackagesOf } from '../host/compile/project.ts'
import type { Build } from './build.ts'

const KB = 1024
const MB = 1024 * KB
/** WeChat refuses more (「分包加载」: 2 MB for each package, 20 MB for all). */
export const WECHAT = { main: 2 * MB, sub: 2 * MB, total: 20 * MB }
/** What we allow ourselves, so that the first page opens on an old phone in a bad network. */
export const OURS = { main: 500 * KB, sub: 300 * KB, total: 2 * MB }

/** Bytes of each package by its root; '' is the main package. Notes about licences are not uploaded. */
export function packageSizes({ app, files, size }: Build): Record<string, number> {
  const roots = subpackagesOf(app).map(({ root }) => `${root.replace(/^\/|\/$/g, '')}/`)
  const sizes: Record<string, number> = Object.fromEntries(['', ...roots].map((root) => [root, 0]))
  for (const file of files) {
    if (/\.LICENSE\.txt$|^project\..*json$|\.map$/.test(file)) continue
    const root = roots.find((one) => file.startsWith(one)) ?? ''
    sizes[root] = (sizes[root] ?? 0) + size(file)
  }
  return sizes
}

const kb = (bytes: number) => `${Math.ceil(bytes / KB)} KB`
export function checkSizes(build: Build, limits = OURS): string[] {
  const sizes = packageSizes(build)
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0)
  const over = (name: string, size: number, limit: number) =>
    size > limit ? [`${name}: ${kb(size)}, more than ${kb(limit)}`] : []
  return [
    ...Object.entries(sizes).flatMap(([root, size]) =>
      over(root === '' ? 'main package' : root, size, root === '' ? limits.main : limits.sub),
    ),
    ...over('all packages', total, limits.total),
  ]
}
