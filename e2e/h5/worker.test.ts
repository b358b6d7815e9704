import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, isoDay } from '@tmt/shared/time.ts'
import UPNG from 'upng-js'
import { barriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { ask, open, settled, signedIn, visitor } from './visitor.ts'

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

const TITLE = '太极拳入门课'

const SHOWS = '广场上的人在打太极拳'

/** A picture of one colour. */
function photo() {
  const pixels = new Uint8Array(64 * 36 * 4).fill(160)
  return Buffer.from(UPNG.encode([pixels.buffer], 64, 36, 0))
}
async function fillIn(page: Page) {
  const day = isoDay(Date.now() + 3 * DAY)
  await page.getByLabel('名称').fill(TITLE)
  await page.getByRole('radio', { name: '体育' }).check()
  await page.getByLabel('内容').fill('老师从起势教起，不收费。')
  await page.getByLabel('地点').fill('文化广场')
  const dialog = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选一张图片：活动的配图' }).click()
  await (await dialog).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo() })
  await page.getByLabel('图片说明').fill(SHOWS)
  await page.getByLabel('开始时间').fill(`${day}T09:00`)
  await page.getByLabel('名额').fill('20')
  await page.getByRole('radio', { name: '不限' }).check()
}

test('a worker posts an activity, a resident signs up, the worker reads the roster and cancels with a reason', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session })
  const { page, trouble } = worker
  const community = session.me.community?.code ?? ''
  const form = `${product.url}/activities/pages/edit/index?community=${community}`

  // What was typed is there again after leaving the page.
  await open(worker, form)
  await fillIn(page)
  await settled(page)
  expect(await barriers(page)).toEqual([])
  await page.goto(`${product.url}/tabs/mine/index`)
  await open(worker, form)
  expect(await page.getByLabel('地点').inputValue()).toBe('文化广场')

  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布').waitFor()
  const id = new URL(page.url()).searchParams.get('id') ?? ''

  const { session: neighbour } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session: neighbour })
  await open(resident, `${product.url}/tabs/activities/index`)
  await resident.page
    .getByRole('button', { name: new RegExp(TITLE) })
    .first()
    .click()
  const poster = resident.page.getByRole('img', { name: SHOWS }).last()
  await poster.waitFor()
  expect(await poster.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(64)
  await resident.page.getByRole('button', { name: new RegExp(`^报名：${TITLE}`) }).click()
  await resident.page.getByRole('button', { name: `取消报名：${TITLE}` }).waitFor()

  await page.reload()
  await page.getByRole('button', { name: '看名单（1 人）' }).click()
  await page.getByText(neighbour.me.name ?? '?').waitFor()
  const text = await page.locator('main:visible').innerText()
  expect(text).toContain('199****0001')
  expect(text).not.toContain('19900000001')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: `看电话：${neighbour.me.name}` }).click()
  const call = page.getByRole('link', { name: `${neighbour.me.name}，19900000001，打电话` })
  expect(await call.getAttribute('href')).toBe('tel:19900000001')
  expect(await call.evaluate((link) => link === document.activeElement), 'the keyboard goes on there').toBe(
    true,
  )
  expect(await barriers(page)).toEqual([])

  await page.getByRole('button', { name: `取消活动：${TITLE}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('当天有大雨')
  await dialog.getByRole('button', { name: '取消活动' }).click()
  await page.getByText('报名的人会收到消息和原因').waitFor()

  await open(resident, `${product.url}/activities/pages/detail/index?id=${id}`)
  await resident.page.getByText('当天有大雨').waitFor()
  expect([...trouble, ...resident.trouble]).toEqual([])
  await worker.context.close()
  await resident.context.close()
})

test('a wide window: the list and the chosen activity stand side by side', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session, size: 'wide' })
  const { page, trouble } = worker
  await open(worker, `${product.url}/activities/pages/manage/index`)
  const detail = page.getByRole('region', { name: '活动详情' })
  await detail.waitFor()
  const second = page.getByRole('button', { name: /亲子剪纸/ }).first()
  await second.click()
  await detail.getByText('亲子剪纸').first().waitFor()
  expect(new URL(page.url()).pathname).toBe('/activities/pages/manage/index')
  expect(trouble).toEqual([])
  await worker.context.close()
})

test('somebody else’s roster is refused, on the page as in the API', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session })
  const community = session.me.community?.code ?? ''
  const { items } = await ask<{ items: { id: string }[] }>(product.url, `/activities?division=${community}`)
  const id = items[0]?.id ?? ''
  await open(resident, `${product.url}/activities/pages/managed/index?id=${id}`)
  expect(await resident.page.getByText('看名单').count()).toBe(0)
  await expect(ask(product.url, `/activities/${id}/roster`, { token: session.token })).rejects.toThrow(
    /40[34]/,
  )
  await resident.context.close()
})
