import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import UPNG from 'upng-js'
import { barriers } from '../h5/axe.ts'
import { openBrowser } from '../h5/browser.ts'
import { type City, type PagePicture, pages, readCity, whoFor } from '../h5/pages.ts'
import { startProduct } from '../h5/product.ts'
import { open, visitor } from '../h5/visitor.ts'
import { applyFont, lendFont, missingGlyphs } from './font.ts'

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const whole = fileURLToPath(new URL('../out/pictures/', import.meta.url))
/** The pages whose pictures are kept with the project; those of all others lie beside the long ones. */
const kept = new Set([
  'home',
  'activities',
  'activity',
  'notices',
  'notice',
  'new-home',
  'mine',
  'messages',
  'workbench',
  'home-queue',
  'edit-notice',
  'privacy',
  'settings',
  'phones',
])
const views = [
  { view: 'phone', size: 'phone', elder: false, scale: 2 },
  { view: 'elder', size: 'phone', elder: true, scale: 2 },
  { view: 'wide', size: 'wide', elder: false, scale: 1 },
] as const
type View = (typeof views)[number]

/** A picture of a page has few colours: a palette makes it a third as large. */
function small(png: Buffer) {
  const image = UPNG.decode(png)
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 256))
}

async function take(browser: Browser, url: string, city: City, picture: PagePicture, view: View) {
  const { name } = picture
  const somebody = await visitor(browser, url, {
    size: view.size,
    scale: view.scale,
    elder: view.elder,
    ...whoFor(picture, city),
  })
  const { context, page, trouble } = somebody
  try {
    await lendFont(context)
    await open(somebody, url + picture.address(city))
    await applyFont(page)
    const file = `${name}-${view.view}.png`
    writeFileSync(join(kept.has(name) ? pictures : whole, file), small(await page.screenshot()))
    // Taro's page scrolls within the document; a sheet to print has none.
    const [height, width] = await page.evaluate(() => {
      const scrolling = [document.documentElement, ...document.querySelectorAll('.taro_page_show')]
      return [
        Math.max(...scrolling.map((e) => e.scrollHeight)),
        Math.max(...scrolling.map((e) => e.scrollWidth)),
      ] as const
    })
    const { width: room, height: seen } = page.viewportSize()!
    if (width > room) trouble.push(`${width - room} px stick out at the right`)
    const missing = await missingGlyphs(page)
    if (missing.length > 0) trouble.push(`no glyph for ${missing.join(' ')}`)
    trouble.push(...(await barriers(page)))
    if (height > seen) {
      // What lies below the fold, for those who look at a change; it is not kept.
      await page.setViewportSize({ width: room, height })
      writeFileSync(join(whole, file), await page.screenshot())
    }
  } catch (error) {
    trouble.push(error instanceof Error ? error.message : String(error))
  } finally {
    await context.close()
  }
  return trouble.map((what) => `${name}-${view.view}: ${what}`)
}

async function main() {
  for (const folder of [pictures, whole]) mkdirSync(folder, { recursive: true })
  const only = process.argv.slice(2)
  const wanted = pages.filter(({ name }) => only.length === 0 || only.some((o) => name.startsWith(o)))
  if (only.length === 0)
    for (const file of readdirSync(pictures)) if (file.endsWith('.png')) rmSync(join(pictures, file))
  const product = await startProduct()
  const browser = await openBrowser()
  const trouble: string[] = []
  try {
    const city = await readCity(product.url)
    for (const picture of wanted) {
      for (const view of views) trouble.push(...(await take(browser, product.url, city, picture, view)))
      console.log(`${picture.name}：${views.length} 张`)
    }
  } finally {
    await browser.close()
    await product.stop()
  }
  if (trouble.length === 0)
    return console.log('常看的几页在 docs/pictures，别的页和整页长图在 e2e/out/pictures')
  console.error(`有 ${trouble.length} 处问题：\n${[...new Set(trouble)].join('\n')}`)
  process.exitCode = 1
}

await main()
