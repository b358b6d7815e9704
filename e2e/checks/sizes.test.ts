import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const dist = fileURLToPath(new URL('../../client/dist/', import.meta.url))
const KB = 1024

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((total, file) => total + (file.isFile() ? file.size : 0), 0)
}

describe('the mini-program', () => {
  const root = join(dist, 'weapp')
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  const packages = app.subPackages.map(({ root: name }) => ({ name, size: sizeOf(join(root, name)) }))
  const main = sizeOf(root) - packages.reduce((total, { size }) => total + size, 0)

  // WeChat takes 2 MB a package; a phone on a village's network takes less.
  test('has a main package of at most 500 KB', () => {
    expect(main).toBeGreaterThan(100 * KB)
    expect(main).toBeLessThanOrEqual(500 * KB)
  })
  test.each(packages)('has a subpackage $name of at most 300 KB', ({ size }) => {
    expect(size).toBeGreaterThan(KB)
    expect(size).toBeLessThanOrEqual(300 * KB)
  })
  test('has every page that it names', () => {
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root: r, pages: p }) => p.map((page) => `${r}/${page}`)),
    ]
    const missing = pages.flatMap((page) =>
      ['js', 'json', 'wxml'].map((kind) => `${page}.${kind}`).filter((file) => !existsSync(join(root, file))),
    )
    expect(missing).toEqual([])
  })
})

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
