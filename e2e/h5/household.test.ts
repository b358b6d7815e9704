import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { type Product, startProduct } from './product.ts'
import { open, settled, signedIn, visitor } from './visitor.ts'

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

test('from 首页 an owner reads what they are asked, agrees, and speaks for the unit', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session })
  const { page } = resident
  await open(resident, `${product.url}/tabs/home/index`)
  await page.getByRole('button', { name: /家人或共有人提出换代表，请您表态$/ }).click()
  const unit = page.getByRole('region', { name: /^房产 · 银杏苑 2号楼/ })
  await unit.getByText('演示居民01号提出由演示居民甲当业主代表，已有 0 人同意，要 1 人。').waitFor()
  await settled(page)
  expect(await barriers(page)).toEqual([])
  await unit.getByRole('button', { name: '同意由演示居民甲当业主代表' }).click()
  await unit.getByRole('status').filter({ hasText: '已同意，大家在这里都看得到结果。' }).waitFor()
  await unit.getByText(/演示居民甲当代表：大家同意$/).waitFor()
  const household = page.getByRole('region', { name: /^户 · 东安花园 3号楼/ })
  await household.getByText('户主', { exact: true }).waitFor()
  expect(resident.trouble).toEqual([])
  await resident.context.close()
})

test('a head hands over, and takes it back before anybody agreed', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session })
  const { page } = resident
  await open(resident, `${product.url}/residency/pages/seats/index`)
  const household = page.getByRole('region', { name: /^户 · 东安花园 3号楼/ })
  await household.getByRole('button', { name: '换户代表' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '演示居民01号' }).check()
  await settled(page)
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '提出来，请大家同意' }).click()
  await household.getByText('您自己提出的，要由别人同意').waitFor()
  await household.getByRole('button', { name: '取消这一次' }).click()
  await household.getByRole('status').filter({ hasText: '已取消。' }).waitFor()
  await household.getByRole('button', { name: '换户代表' }).waitFor()
  expect(resident.trouble).toEqual([])
  await resident.context.close()
})

test('a worker enters the numbers of a 小区 and looks at the household of a verified home', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session })
  const { page } = worker
  await open(worker, `${product.url}/residency/pages/queue/index`)
  await page.getByRole('radio', { name: '已核验' }).check()
  await page.getByRole('button', { name: /3号楼 1单元102室，演示居民02号$/ }).click()
  await page.getByRole('button', { name: '看这一户（房产）和代表' }).click()
  await page.getByText('户代表', { exact: true }).waitFor()
  await settled(page)
  expect(await barriers(page)).toEqual([])
  await open(worker, `${product.url}/residency/pages/totals/index`)
  await page.getByRole('button', { name: /^东安花园/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('专有部分总面积').fill('86432.50')
  await dialog.getByLabel('专有部分有几个').fill('812')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: /共 812 个专有部分，86432.50 平方米/ }).waitFor()
  expect(worker.trouble).toEqual([])
  await worker.context.close()
})
