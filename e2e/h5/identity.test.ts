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
const at = (path: string) => `${product.url}${path}`

test('a resident verifies the name online, reads what is stored, takes it along, and withdraws it in three presses', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session })
  const { page, trouble } = resident
  await open(resident, at('/tabs/mine/index'))
  await page.getByRole('button', { name: /^实名，还没有实名/ }).click()
  await page.getByRole('heading', { level: 1, name: '实名' }).waitFor()
  await page.getByRole('switch', { name: /^同意把姓名和身份证号/ }).click()
  await page.getByRole('button', { name: '去核验' }).click()
  await page.getByText('需要实名的事可以直接办').waitFor()
  expect(await page.locator('main:visible').innerText()).toMatch(/321200\*{10}[\dX]{2}/)
  expect(await barriers(page)).toEqual([])

  await open(resident, at('/privacy/pages/stored/index'))
  await page.getByText('身份证号', { exact: true }).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出我的信息' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^泰民通-我的信息-\d{4}-\d\d-\d\d\.json$/)
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const exported = JSON.parse(Buffer.concat(chunks).toString()) as { sections: { id: string }[] }
  expect(exported.sections.map(({ id }) => id)).toContain('identity')
  await page.getByText('已保存成文件').waitFor()
  expect(await barriers(page)).toEqual([])

  await open(resident, at('/tabs/mine/index'))
  await page.getByRole('button', { name: /^隐私，/ }).click()
  await page.getByRole('button', { name: '撤回：实名核验' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByText('没有同意').waitFor()
  await open(resident, at('/tabs/mine/index'))
  await page.getByRole('button', { name: /^实名，还没有实名/ }).waitFor()
  expect(trouble).toEqual([])
  await resident.context.close()
})

test('a worker registers somebody and reads a number with a reason; the reviewer asks about yesterday’s, and the worker sees it', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session, size: 'wide' })
  const { page, trouble } = worker
  await open(worker, at('/tabs/mine/index'))
  await page.getByRole('button', { name: /^窗口实名登记/ }).click()
  await page.getByLabel('手机号').fill('19900009101')
  await page.getByLabel('姓名').fill('演示新人')
  await page.getByLabel('身份证号').fill('321200190001010014')
  await page.getByRole('switch', { name: /^本人同意登记/ }).click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('最后一位对不上').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('身份证号').fill('321200 19000101 0013')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText(/本人用 199\*{4}9101 登录/).waitFor()

  await page.getByRole('button', { name: '打开名单' }).click()
  await page.getByRole('button', { name: /^演\*{3} 199\*{4}9101/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: '身份证号' }).check()
  await dialog.getByLabel('理由').fill('本人来窗口核对登记的号码')
  await dialog.getByRole('button', { name: '看身份证号' }).click()
  await dialog.getByText('321200190001010013').waitFor()
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '用完了，关上' }).click()
  await settled(page)
  expect(await page.locator('body').innerText()).not.toContain('321200190001010013')

  const { session: other } = await signedIn(product.url, 'dpo')
  const reviewer = await visitor(browser, product.url, { session: other })
  await open(reviewer, at('/tabs/mine/index'))
  await reviewer.page.getByRole('button', { name: /^查看记录复核/ }).click()
  const waiting = reviewer.page.getByRole('button', { name: /^提出疑问/ })
  // Today's look is not there before tomorrow.
  await waiting.first().waitFor()
  expect(await waiting.count()).toBe(2)
  await waiting.first().click()
  await reviewer.page.getByRole('dialog').getByRole('textbox').fill('请说明来电时间')
  await reviewer.page.getByRole('dialog').getByRole('button', { name: '发给查看的人' }).click()
  await reviewer.page.getByRole('dialog').waitFor({ state: 'detached' })
  await settled(reviewer.page)
  expect(await waiting.count()).toBe(1)

  await page.reload()
  await page.getByText('复核意见：请说明来电时间').waitFor()
  expect([...trouble, ...reviewer.trouble]).toEqual([])
  await worker.context.close()
  await reviewer.context.close()
})

test('somebody who leaves is signed out, and is back by signing in', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session })
  const { page, trouble } = resident
  await open(resident, at('/privacy/pages/leave/index'))
  await page.getByRole('button', { name: '注销账号' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '注销账号' }).click()
  await page.getByText('账号已停用').waitFor()
  await page.getByRole('button', { name: '回首页' }).click()
  await open(resident, at('/tabs/mine/index'))
  await page.getByText('您还没有登录').waitFor()
  const { session: back } = await signedIn(product.url, 'resident')
  expect(back.me).toMatchObject({ id: session.me.id, name: session.me.name })
  expect(trouble).toEqual([])
  await resident.context.close()
})
