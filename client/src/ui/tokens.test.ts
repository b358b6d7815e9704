// @vitest-environment node
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..')
const text = readFileSync(join(import.meta.dirname, 'tokens.scss'), 'utf8')
const block = (head: RegExp) => {
  const found = head.exec(text)?.[1] ?? ''
  return Object.fromEntries(
    [...found.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  )
}
const usual = block(/:root \{([^}]*)\}/)
const elder = block(/\.elder \{([^}]*)\}/)

/** Contrast as WCAG 2.1 defines it. */
function contrast(one: string, other: string) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
function luminance(hex: string) {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r, g, b] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const on = (text: string, ground: string) => contrast(usual[text]!, usual[ground]!)

test('the measure is right: black on white is 21, a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#0b6b66', '#0b6b66')).toBe(1)
})

test.each([
  ['river', 'card', 6.35],
  ['river-deep', 'card', 9.42],
  ['river-deep', 'river-mist', 8.11],
  ['ink', 'ginkgo', 8.06],
  ['ginkgo-text', 'ginkgo-soft', 7.49],
  ['plum', 'card', 6.54],
  ['plum-text', 'plum-soft', 7.9],
  ['leaf', 'card', 6.42],
  ['leaf-text', 'leaf-soft', 7.77],
  ['ink', 'card', 14.7],
  ['ink-soft', 'card', 7.0],
  ['field-line', 'card', 3.69],
])('%s on %s is measured as the design says: %d', (text, ground, ratio) => {
  expect(Math.abs(on(text, ground) - ratio)).toBeLessThan(0.06)
})

test.each([
  ['ink', 'paper'],
  ['ink-soft', 'paper'],
  ['river', 'paper'],
  ['plum', 'paper'],
  ['ginkgo-text', 'paper'],
  ['ink', 'line'],
  ['ink-soft', 'line'],
  ['river', 'ginkgo-soft'],
])('words in %s on %s have 4.5 at least', (text, ground) => {
  expect(on(text, ground)).toBeGreaterThanOrEqual(4.5)
})

test.each([
  ['field-line', 'paper'],
  ['river-deep', 'paper'],
  ['field-line', 'card'],
])('a border or ring in %s on %s has 3 at least', (line, ground) => {
  expect(on(line, ground)).toBeGreaterThanOrEqual(3)
})

const px = (value: string | undefined) => Number(/^(\d+)px$/.exec(value ?? '')?.[1])

test('type is 22, 18, 16, 14; in elder mode 31, 26, 21, 18', () => {
  const scale = (tokens: Record<string, string>) =>
    ['title', 'heading', 'body', 'note'].map((step) => px(tokens[`type-${step}`]))
  expect(scale(usual)).toEqual([22, 18, 16, 14])
  expect(scale(elder)).toEqual([31, 26, 21, 18])
})

test('targets are 44 at least, in elder mode 60', () => {
  expect(px(usual.target)).toBeGreaterThanOrEqual(44)
  expect(px(elder.target)).toBeGreaterThanOrEqual(60)
})

test('elder mode only overrides tokens that exist', () => {
  expect(Object.keys(elder).length).toBeGreaterThan(0)
  expect(Object.keys(elder).filter((name) => !(name in usual))).toEqual([])
})

const sheets = globSync('**/*.scss', { cwd: src }).map((file) => ({
  file,
  css: readFileSync(join(src, file), 'utf8'),
}))

test('no stylesheet writes a size of its own for type: it would stay small in elder mode', () => {
  expect(sheets.length).toBeGreaterThan(15)
  const sizes = sheets.flatMap(({ file, css }) =>
    [...css.matchAll(/(?:font-size|font):\s*([^;]+);/g)].map(([, value]) => ({ file, value: value! })),
  )
  expect(sizes.length).toBeGreaterThan(5)
  const fixed = sizes.filter(({ value }) => !/^(inherit|var\(--type-(\w+|#\{\$step\})\))$/.test(value))
  // The page's own start value, under every token.
  expect(fixed).toEqual([{ file: 'app.scss', value: '16px' }])
})

test('no stylesheet asks for a colour that is no token, white on a filled ground apart', () => {
  const colours = sheets
    .filter(({ file }) => file !== 'ui/tokens.scss')
    .flatMap(({ file, css }) =>
      [...css.matchAll(/#[\da-f]{3,8}\b|rgba?\([^)]*\)/gi)].map(([colour]) => `${file} ${colour}`),
    )
    .filter((found) => !found.endsWith(' #ffffff'))
  expect(colours).toEqual([])
})

test('every token that is used exists', () => {
  const inline = new Set(['size', 'drawing'])
  const missing = sheets.flatMap(({ file, css }) =>
    [...css.matchAll(/var\(--([\w-]+)\)/g)]
      .map(([, name]) => name!)
      .filter((name) => !(name in usual) && !inline.has(name))
      .map((name) => `${file} ${name}`),
  )
  expect(missing).toEqual([])
})

// WeChat turns px into whole px of the screen: 1.3px would be 1px there.
test('no stylesheet writes a broken px', () => {
  const broken = sheets.flatMap(({ file, css }) =>
    [...css.replace(/\/\/.*$/gm, '').matchAll(/\d+\.\d+px/g)].map(([size]) => `${file} ${size}`),
  )
  expect(broken).toEqual([])
})

// WeChat's stylesheet compiler stops at it.
test('no stylesheet uses the universal selector', () => {
  const lines = sheets.flatMap(({ file, css }) =>
    css
      .split('\n')
      .filter((line) => /(^|[\s>+~,])\*(?=\s*[{>+~,:.]|$)/.test(line) && !/^\s*(\/\/|\$|@)/.test(line))
      .map((line) => `${file} ${line.trim()}`),
  )
  expect(lines).toEqual([])
})
