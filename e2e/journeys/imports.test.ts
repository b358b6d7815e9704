import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const e2e = fileURLToPath(new URL('..', import.meta.url))
const files = globSync('{journeys,rooms}/**/*.ts', {
  cwd: e2e,
  exclude: ['**/node_modules/**', 'journeys/imports.test.ts'],
})

/** Node itself, the runner of tests, the product's own words, each other, and what starts the real server. */
const ALLOWED = [
  /^node:/,
  /^vitest(\/config)?$/,
  /^@tmt\/shared\//,
  /^\.\.?\/(rooms\/)?[\w-]+\.ts$/,
  /^\.\.\/h5\/product\.ts$/,
]
const FROM = /\bfrom\s*['"]([^'"]+)['"]|\b(?:import|require)\s*\(?\s*['"]([^'"]+)['"]/g
/** Ways past the client that need no import: its own socket, or a word of the protocol. */
const PAST = /\bWebSocket\b|\.connection\b|\.transport\b|['"](?:App|Page|Element|Tool|Host)\.\w+['"]/

const importsOf = (source: string) => [...source.matchAll(FROM)].map((match) => match[1] ?? match[2] ?? '')
const foreign = (source: string) =>
  importsOf(source).filter(
    (name) => name !== 'miniprogram-automator' && !ALLOWED.some((allowed) => allowed.test(name)),
  )

test('journeys and rooms reach the mini-program through miniprogram-automator alone', () => {
  expect(files.length).toBeGreaterThan(10)
  const sources = files.map((file) => ({ file, source: readFileSync(`${e2e}/${file}`, 'utf8') }))
  const past = sources.flatMap(({ file, source }) =>
    [...foreign(source), ...(PAST.exec(source) ?? [])].map((what) => `${file}: ${what}`),
  )
  expect(past).toEqual([])
  expect(sources.filter(({ source }) => importsOf(source).includes('miniprogram-automator'))).not.toEqual([])
})

test('another way in would be seen', () => {
  expect(foreign(`import { Host } from '../host/host.ts'`)).toEqual(['../host/host.ts'])
  expect(foreign(`const { chromium } = await import("playwright-core")`)).toEqual(['playwright-core'])
  expect(foreign(`import 'ws'`)).toEqual(['ws'])
  expect(PAST.test(`mini.send('Host.setDataCalls')`)).toBe(true)
})
