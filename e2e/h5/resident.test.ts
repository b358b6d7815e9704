import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

const ACTIVITY = '义诊：量血压、测血糖'
/** 报名, or 登录并报名 for a guest. */
const signUp = { name: new RegExp(`^(登录并)?报名：${ACTIVITY}`) }

test('a guest picks a community, signs in by telephone, signs up, comes back later, and cancels', async () => {
  const somebody = await visitor(browser, product.url)
  const { page, trouble } = somebody
  const free = async () => expect(await barriers(page)).toEqual([])

  await open(somebody, `${product.url}/`)
  await page
    .getByRole('button', { name: /选您的村或社区/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: '按名称找' }).fill('东安')
  await page
    .getByRole('button', { name: /东安居委会/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /东安居委会/ })
    .first()
    .waitFor()
  await free()

  await page.getByRole('button', { name: /参加活动/ }).click()
  await page.getByRole('heading', { level: 1, name: '活动' }).waitFor()
  await page
    .getByRole('button', { name: new RegExp(ACTIVITY) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: ACTIVITY }).waitFor()
  const address = page.url()
  await free()

  await page.getByRole('button', signUp).click()
  await page.getByRole('textbox', { name: '手机号' }).fill('19900009001')
  await page.getByRole('button', { name: '获取验证码' }).click()
  const said = await page.getByText('演示环境不发短信').textContent()
  await page.getByRole('textbox', { name: '验证码' }).fill(said?.match(/\d{6}/)?.[0] ?? '')
  await page.getByRole('switch', { name: '我看过并同意《隐私说明》' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()

  await page.getByRole('heading', { level: 1, name: ACTIVITY }).waitFor()
  await settled(page)
  await page.getByRole('button', signUp).click()
  const asked = page.getByRole('dialog', { name: '社区怎么称呼您？' })
  await asked.waitFor()
  await free()
  await asked.getByRole('textbox', { name: '称呼' }).fill('演示新居民')
  await asked.getByRole('button', { name: '写好了，报名' }).click()
  await page.getByRole('button', { name: `取消报名：${ACTIVITY}` }).waitFor()
  await free()

  // The same address in a new tab, as from a bookmark.
  await page.goto(address)
  await page.getByRole('button', { name: `取消报名：${ACTIVITY}` }).waitFor()

  await open(somebody, `${product.url}/activities/pages/signups/index`)
  await page.getByText(ACTIVITY).first().waitFor()
  await free()
  await open(somebody, `${product.url}/people/pages/settings/index`)
  await page.getByRole('button', { name: /^称呼，.*演示新居民/ }).waitFor()

  await page.goto(address)
  await page.getByRole('button', { name: `取消报名：${ACTIVITY}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click()
  await page.getByText('已取消报名').waitFor()
  expect(trouble).toEqual([])
  await somebody.context.close()
})

test('the answer is lost on the way: pressing once more signs up once', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const somebody = await visitor(browser, product.url, { session })
  const { page } = somebody
  await open(somebody, `${product.url}/tabs/activities/index`)
  await page
    .getByRole('button', { name: new RegExp(ACTIVITY) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: ACTIVITY }).waitFor()
  const id = new URL(page.url()).searchParams.get('id') ?? ''
  const confirmed = async () => (await ask<{ confirmed: number }>(product.url, `/activities/${id}`)).confirmed
  const before = await confirmed()

  let answers = 0
  await page.route(`**/api/activities/${id}/signups`, async (route) => {
    const answer = await route.fetch()
    answers += 1
    // The server has done it; nobody hears of it.
    await (answers === 1 ? route.abort('connectionreset') : route.fulfill({ response: answer }))
  })
  const button = page.getByRole('button', signUp)
  const cancel = page.getByRole('button', { name: `取消报名：${ACTIVITY}` })
  await button.click()
  await expect.poll(() => answers).toBeGreaterThan(0)
  if (!(await cancel.isVisible())) await button.or(cancel).first().waitFor()
  if (await button.isVisible()) await button.click()
  await cancel.waitFor()
  expect(await confirmed()).toBe(before + 1)
  await somebody.context.close()
})

test('without a network, what was read stays, and the page says so', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const somebody = await visitor(browser, product.url, { session })
  const { page, context } = somebody
  await open(somebody, `${product.url}/tabs/activities/index`)
  await context.setOffline(true)
  await page.getByText('现在没有网络').waitFor()
  expect(await page.getByText(ACTIVITY).first().isVisible()).toBe(true)
  await context.close()
})
