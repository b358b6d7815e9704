import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

const css = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css')
const FOLDER = '/picture-font/'
const style = `${readFileSync(css, 'utf8').replaceAll('./files/', FOLDER)}
*, *::before, *::after { font-family: 'Noto Sans SC Variable', sans-serif !important }`

/**
 * Lends the pages one Chinese font from an npm package: a machine may have none, and pictures
 * taken on two machines should be alike. The product itself uses the font of the phone.
 */
export async function lendFont(context: BrowserContext) {
  await context.route(`**${FOLDER}*`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(FOLDER.length)
    return route.fulfill({ path: join(dirname(css), 'files', name), contentType: 'font/woff2' })
  })
}

export async function applyFont(page: Page) {
  await page.addStyleTag({ content: style })
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await document.fonts.ready
  })
}

/** The characters of a page that no font draws: they would be empty boxes. */
export function missingGlyphs(page: Page) {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 40
    const context = canvas.getContext('2d', { willReadFrequently: true })!
    context.font = `24px ${getComputedStyle(document.body).fontFamily}`
    const drawn = (character: string) => {
      context.clearRect(0, 0, 40, 40)
      context.fillText(character, 4, 30)
      return context.getImageData(0, 0, 40, 40).data.join()
    }
    const empty = drawn(' ')
    // Characters that are none, as a font draws what it lacks.
    const boxes = new Set(['\uffff', '\u0378', '\u{10fffe}'].map(drawn))
    const fields = [...document.querySelectorAll('input, textarea')].map(
      (e) => e.getAttribute('placeholder') ?? '',
    )
    const text = document.body.innerText + fields.join('')
    return [...new Set(text)].filter((c) => {
      if (/[\s\u200b-\u200f\ufeff]/.test(c)) return false
      const shape = drawn(c)
      return shape === empty || boxes.has(shape)
    })
  })
}
