import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { open, signedIn, visitor } from './visitor.ts'

let browser: Browser
let product: Product
beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** What has the focus: its name, and whether one sees that it has it. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const style = getComputedStyle(element)
    return {
      name: element.getAttribute('aria-label') ?? element.innerText,
      seen:
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
    }
  })
}

/** Presses Tab until something of this name has the focus; everything on the way must show that it has it. */
async function tabTo(page: Page, name: RegExp) {
  const met: string[] = []
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab')
    const here = await focused(page)
    if (!here) continue
    met.push(here.name.replaceAll('\n', ' '))
    expect(here, 'focus is visible').toMatchObject({ seen: true })
    if (name.test(here.name)) return
  }
  throw new Error(`Tab never reached ${name}; it met:\n${met.join('\n')}`)
}

test('by keyboard alone: from 首页 to an activity, signing up, and out of a dialogue', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const somebody = await visitor(browser, product.url, { session, size: 'wide' })
  const { page, trouble } = somebody
  await open(somebody, `${product.url}/`)
  await tabTo(page, /参加活动/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '活动' }).waitFor()
  await tabTo(page, /法律顾问接待日/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '法律顾问接待日' }).waitFor()
  await tabTo(page, /^报名/)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '取消报名：法律顾问接待日' }).waitFor()

  await tabTo(page, /^取消报名/)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((d) => d.contains(document.activeElement)), 'the focus stays inside').toBe(
      true,
    )
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect((await focused(page))?.name).toMatch(/^取消报名/)
  expect(trouble).toEqual([])
  await somebody.context.close()
})

test('staff by keyboard: the arrows choose in the table, Tab goes on into the details', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const somebody = await visitor(browser, product.url, { session, size: 'wide' })
  const { page, trouble } = somebody
  await open(somebody, `${product.url}/activities/pages/manage/index`)
  await tabTo(page, /电动车停哪里/)
  await page.keyboard.press('ArrowDown')
  const chosen = await focused(page)
  expect(chosen).toMatchObject({ name: '楼道消防演练', seen: true })
  const detail = page.getByRole('region', { name: '活动详情' })
  await detail.getByRole('heading', { level: 2, name: '楼道消防演练' }).waitFor()
  await tabTo(page, /^修改/)
  expect(await detail.evaluate((region) => region.contains(document.activeElement))).toBe(true)
  expect(trouble).toEqual([])
  await somebody.context.close()
})
