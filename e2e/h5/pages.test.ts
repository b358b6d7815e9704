import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { type City, pages, readCity, whoFor } from './pages.ts'
import { type Product, startProduct } from './product.ts'
import { open, visitor } from './visitor.ts'

let browser: Browser
let product: Product
let city: City
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
  city = await readCity(product.url)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const ways = [
  { way: 'on a phone', size: 'phone', elder: false },
  { way: 'on a phone, large', size: 'phone', elder: true },
  { way: 'on a wide window', size: 'wide', elder: false },
] as const

describe.each(pages)('$name', (picture) => {
  test.each(ways)('$way: no error, no barrier, nothing sticks out', async ({ size, elder }) => {
    const somebody = await visitor(browser, product.url, { size, elder, ...whoFor(picture, city) })
    const { page, trouble } = somebody
    try {
      await open(somebody, product.url + picture.address(city))
      const out = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(out, 'pixels that stick out at the right').toBeLessThanOrEqual(0)
      expect(await page.getByRole('heading', { level: 1 }).count(), 'one main heading').toBe(1)
      expect(await barriers(page)).toEqual([])
      expect(trouble).toEqual([])
    } finally {
      await somebody.context.close()
    }
  })
})

test('every page of the product is in that table', () => {
  const built = fileURLToPath(new URL('../../client/dist/weapp/app.json', import.meta.url))
  expect(existsSync(built), 'npm run build:weapp').toBe(true)
  const app = JSON.parse(readFileSync(built, 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  const all = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages: own }) => own.map((p) => `${root}/${p}`)),
  ]
  const seen = new Set(pages.map(({ address }) => address(city).slice(1).replace(/\?.*/, '')))
  expect(all.filter((path) => !seen.has(path))).toEqual([])
})

test('scripts run under a policy that refuses anything written into the page', async () => {
  const policy = (await fetch(product.url)).headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`script-src 'self'`)
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  const { page, context } = await visitor(browser, product.url)
  await page.goto(product.url)
  const broken = await page.evaluate(async () => {
    const told = new Promise<string>((resolve) =>
      addEventListener('securitypolicyviolation', (e) => resolve(e.effectiveDirective), { once: true }),
    )
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    return { directive: await told, ran: 'ran' in window }
  })
  expect(broken).toEqual({ directive: 'script-src-elem', ran: false })
  await context.close()
})
