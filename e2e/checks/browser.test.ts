import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../client/dist/', import.meta.url))
const KB = 1024

describe('the browser build', () => {
  const root = join(dist, 'h5')
  const page = readFileSync(join(root, 'index.html'), 'utf8')

  test('loads at most 180 KB of gzipped JavaScript before 首页 stands', () => {
    const named = [...page.matchAll(/src="\/(js\/[^"]+)"/g)].map(([, file]) => file!)
    // 首页 itself is a chunk of its own, loaded by the router.
    const home = readdirSync(join(root, 'js'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => `js/${name}`)
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('选您的村或社区'))
    expect(home.length).toBeGreaterThan(0)
    const first = new Set([...named, ...home])
    const bytes = [...first].reduce(
      (total, file) => total + gzipSync(readFileSync(join(root, file))).length,
      0,
    )
    expect(bytes).toBeGreaterThan(50 * KB)
    expect(bytes).toBeLessThanOrEqual(180 * KB)
  })
  test('runs no inline script, which its content security policy forbids', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page).not.toMatch(/\son\w+=/)
  })
})
