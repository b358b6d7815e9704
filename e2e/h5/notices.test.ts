import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, isoDay } from '@tmt/shared/time.ts'
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

const TITLE = '6号楼电梯停运检修'
const idOf = (address: string) => new URL(address).searchParams.get('id') ?? ''

test('a worker writes a notice, the committee lets it out, a neighbour reads it, and a correction is seen as one', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session })
  const community = session.me.community!
  const form = `${product.url}/notices/pages/edit/index?division=${community.code}`
  const day = isoDay(Date.now() + DAY)

  // What was typed is there again after leaving the page; what comes of it stands under it.
  await open(worker, form)
  await worker.page.getByRole('radio', { name: '其他' }).check()
  await worker.page.getByLabel('标题').fill(TITLE)
  await worker.page.getByLabel('内容').fill('检修时请走楼梯，搬重物请改天。')
  await worker.page.getByLabel('开始时间').fill(`${day}T09:00`)
  await worker.page.getByLabel('结束时间').fill(`${day}T11:30`)
  await settled(worker.page)
  expect(await barriers(worker.page)).toEqual([])
  await worker.page.goto(`${product.url}/tabs/mine/index`)
  await open(worker, form)
  expect(await worker.page.getByLabel('标题').inputValue()).toBe(TITLE)
  await worker.page.getByRole('radio', { name: '广播' }).check()
  const spoken = await worker.page.getByText(/^各位居民请注意。/).innerText()
  expect(spoken).toContain('上午九点到上午十一点半')
  expect(await barriers(worker.page)).toEqual([])
  await worker.page.getByRole('button', { name: '先存草稿' }).click()
  await worker.page.getByText('请村（居）委会成员看过后发布').waitFor()
  const id = idOf(worker.page.url())

  const { session: elected } = await signedIn(product.url, 'committee')
  const committee = await visitor(browser, product.url, { session: elected })
  await open(committee, `${product.url}/tabs/home/index`)
  await committee.page.getByRole('button', { name: /^工作台/ }).click()
  await committee.page.getByRole('button', { name: new RegExp(`^${TITLE}，通知草稿，等您看过发布`) }).click()
  await committee.page.getByRole('button', { name: `发布：${TITLE}` }).click()
  await committee.page.getByText('已发布，').waitFor()

  const neighbour = await visitor(browser, product.url, { community })
  await open(neighbour, `${product.url}/notices/pages/list/index`)
  await neighbour.page.getByRole('button', { name: TITLE }).click()
  await neighbour.page.getByText('检修时请走楼梯').waitFor()
  await settled(neighbour.page)

  await open(committee, `${product.url}/notices/pages/managed/index?id=${id}`)
  await committee.page.getByText('读过 1 人').waitFor()
  await committee.page.getByRole('button', { name: `更正：${TITLE}` }).click()
  await committee.page.getByLabel('改了什么').fill('检修推迟一小时')
  await committee.page.getByLabel('结束时间').fill(`${day}T12:30`)
  await committee.page.getByRole('button', { name: '发布更正' }).click()
  await committee.page.getByText('更正已发布').waitFor()

  await open(neighbour, `${product.url}/notices/pages/detail/index?id=${id}`)
  await neighbour.page.getByText('检修推迟一小时。下面是更正后的内容').waitFor()
  await neighbour.page.getByRole('button', { name: /^看原来的内容，/ }).click()
  await neighbour.page.getByText('以下已更正，不再算数').waitFor()
  expect(await barriers(neighbour.page)).toEqual([])

  await open(committee, `${product.url}/notices/pages/managed/index?id=${id}`)
  await committee.page.getByRole('button', { name: `撤回：${TITLE}` }).click()
  const dialog = committee.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('检修取消')
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await committee.page.getByText('已撤回。居民会看到').waitFor()
  await open(neighbour, `${product.url}/notices/pages/list/index`)
  await neighbour.page.getByRole('button', { name: TITLE }).click()
  await neighbour.page.getByText(/不再算数。原因：检修取消/).waitFor()
  expect([...worker.trouble, ...committee.trouble, ...neighbour.trouble]).toEqual([])
  for (const { context } of [worker, committee, neighbour]) await context.close()
})

test('the band leads everybody concerned to the urgent one, and on paper there is the sheet alone, on one page', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session })
  const { page, trouble } = resident
  await open(resident, `${product.url}/tabs/home/index`)
  const band = page.getByRole('region', { name: '紧急通知' })
  expect(await band.getByText('还有 1 条紧急通知').count()).toBe(1)
  await band.getByRole('button', { name: /^紧急：/ }).click()
  await page.getByRole('button', { name: '打印一张贴出来' }).click()
  await page.getByRole('img', { name: /^二维码/ }).waitFor()
  await settled(page)
  await page.emulateMedia({ media: 'print' })
  const seen = await page.locator('main:visible').innerText()
  expect(seen).toContain('扫一扫，看最新内容')
  for (const gone of ['返回', '12345', '打印通知']) expect(seen.split('电话：')[0]).not.toContain(gone)
  expect(await page.getByRole('button', { name: '打印（A4 纸）' }).count()).toBe(0)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(trouble).toEqual([])
  await resident.context.close()
})

test('a wide window: what one writes and what comes of it stand side by side', async () => {
  const { session } = await signedIn(product.url, 'committee')
  const committee = await visitor(browser, product.url, { session, size: 'wide' })
  const { page, trouble } = committee
  await open(committee, `${product.url}/notices/pages/manage/index`)
  const text = page.getByRole('region', { name: '通知全文' })
  await page
    .getByRole('button', { name: /65岁以上老人免费体检/ })
    .first()
    .click()
  await text.getByText('更正记录').waitFor()
  await page.getByRole('button', { name: '写通知' }).click()
  await page.getByLabel('标题').fill(TITLE)
  const field = await page.getByLabel('标题').boundingBox()
  const preview = await page.getByRole('heading', { name: '发出去是这样的' }).boundingBox()
  expect(preview!.x).toBeGreaterThan(field!.x + field!.width)
  expect(trouble).toEqual([])
  await committee.context.close()
})
