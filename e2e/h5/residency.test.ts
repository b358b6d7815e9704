import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, isoDay } from '@tmt/shared/time.ts'
import type { signInByCode } from '@tmt/shared/people/sign-in-contract.ts'
import type { Output } from '@tmt/shared/contract.ts'
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

/** Somebody whom nobody knows yet, with the demonstration's 东安居委会 as their community. */
async function newcomer(phone: string, communityId: string) {
  const { demoCode } = await ask<{ demoCode: string }>(product.url, '/sign-in/codes', { body: { phone } })
  const session = await ask<Output<typeof signInByCode>>(product.url, '/sign-in/sessions/sms', {
    body: { phone, code: demoCode },
  })
  const chosen = await fetch(`${product.url}/api/me/community`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${session.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `newcomer-${phone}`,
    },
    body: JSON.stringify({ communityId }),
  })
  return { ...session, me: (await chosen.json()) as typeof session.me }
}

test('a newcomer types their door, shows it to the worker’s code, and signs up for what is for residents alone', async () => {
  const { session: staff } = await signedIn(product.url, 'worker')
  const community = staff.me.community?.code ?? ''
  const session = await newcomer('19900000301', community)
  const person = await visitor(browser, product.url, { session })
  const { page } = person

  await open(person, `${product.url}/tabs/mine/index`)
  await page.getByRole('button', { name: /^我的住处/ }).click()
  await page.getByText('您还没有登记住处').waitFor()
  await page.getByRole('button', { name: '登记一处住处' }).click()
  await page.getByRole('radio', { name: '银杏苑' }).check()
  await page.getByRole('radio', { name: '2号楼' }).check()
  await page.getByLabel('门牌').fill('3单元502室')
  await page.getByRole('radio', { name: '住在这里，户口在别处' }).check()
  await page.getByLabel('从哪天起').fill(isoDay(Date.now() - 100 * DAY))
  await page.getByRole('radio', { name: '租房合同' }).check()
  await settled(page)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '先存着' }).click()
  await page.getByRole('status').filter({ hasText: '还没有交。交给社区核验' }).waitFor()
  await page.getByRole('button', { name: '工作人员在面前，当场核验' }).click()

  const worker = await visitor(browser, product.url, { session: staff })
  await open(worker, `${product.url}/residency/pages/code/index`)
  await worker.page.getByRole('button', { name: '亮出核验码' }).click()
  const digits = (await worker.page.getByText(/^\d{4} \d{4}$/).innerText()).replace(' ', '')
  await settled(worker.page)
  expect(await barriers(worker.page)).toEqual([])

  await page.getByLabel('8 位核验码').fill(digits)
  await page.getByRole('button', { name: '给工作人员看' }).click()
  await page.getByRole('status').filter({ hasText: '工作人员正在看，请稍等一会儿。' }).waitFor()
  await worker.page.getByText('本人在面前').waitFor()
  await worker.page.getByRole('radio', { name: '属实', exact: true }).check()
  await worker.page.getByRole('button', { name: /^属实，核验/ }).click()
  await worker.page.getByText(/^已核验：银杏苑 2号楼 3单元502室/).waitFor()
  await page.getByRole('status').filter({ hasText: '核验好了。' }).waitFor()

  await open(person, `${product.url}/tabs/activities/index`)
  await page
    .getByRole('button', { name: /老年智能手机课/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^报名：老年智能手机课/ }).click()
  await page.getByRole('textbox', { name: /称呼/ }).fill('演示新居民')
  await page.getByRole('dialog').getByRole('button').filter({ hasText: /报名/ }).first().click()
  await page.getByRole('button', { name: /^取消报名：老年智能手机课/ }).waitFor()
  expect([...person.trouble, ...worker.trouble]).toEqual([])
  await person.context.close()
  await worker.context.close()
})

test('the queue is worked without a mouse, and the person reads why', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session, size: 'wide' })
  const { page, trouble } = worker
  await open(worker, `${product.url}/residency/pages/queue/index`)
  const current = page.locator('[aria-current="true"]').filter({ hasText: '室' })
  const first = await current.innerText()
  await page.keyboard.press('j')
  expect(await current.innerText()).not.toBe(first)
  await page.keyboard.press('k')
  expect(await current.innerText()).toBe(first)
  await page.keyboard.press('s')
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.getByText(`已请本人补充：${first}`, { exact: false }).waitFor()
  // The list is asked for again after the answer was said.
  await current.filter({ hasNotText: first }).waitFor()
  await settled(page)
  expect(await barriers(page)).toEqual([])
  expect(trouble).toEqual([])
  await worker.context.close()
})

test('a worker enters a building, and a resident can pick it', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session })
  const { page } = worker
  await open(worker, `${product.url}/divisions/pages/places/index`)
  await page.getByRole('button', { name: '新增楼栋、小组、小区或网格' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('9号楼')
  await dialog.getByRole('radio', { name: '东安花园', exact: true }).check()
  await dialog.getByRole('button', { name: '新增楼栋' }).click()
  await page.getByRole('button', { name: /^9号楼/ }).waitFor()

  const { session: neighbour } = await signedIn(product.url, 'resident')
  const resident = await visitor(browser, product.url, { session: neighbour })
  await open(resident, `${product.url}/residency/pages/claim/index`)
  await resident.page.getByRole('radio', { name: '9号楼' }).check()
  expect([...worker.trouble, ...resident.trouble]).toEqual([])
  await worker.context.close()
  await resident.context.close()
})
