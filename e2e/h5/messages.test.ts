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

test('an activity is called off: who signed up is told on 首页, reads why, and comes to the activity', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const { session: worker } = await signedIn(product.url, 'worker')
  const community = session.me.community?.code ?? ''
  const list = await ask<{ items: { id: string; title: string }[] }>(
    product.url,
    `/activities?division=${community}`,
  )
  const { id } = list.items.find(({ title }) => title === ACTIVITY)!
  await ask(product.url, `/activities/${id}/signups`, { token: session.token, body: {} })
  const upTo = Date.now()
  await ask(product.url, '/me/messages/reading', { token: session.token, body: { upTo } })

  const somebody = await visitor(browser, product.url, { session })
  const { page, trouble } = somebody
  await open(somebody, `${product.url}/`)
  expect(await page.getByRole('button', { name: /新消息/ }).count()).toBe(0)

  await ask(product.url, `/activities/${id}/cancellation`, {
    token: worker.token,
    body: { reason: '医生当天有急诊' },
  })
  // The job that tells everybody comes within a second or two.
  const unread = async () =>
    (await ask<{ unread: number }>(product.url, '/me/messages/unread', { token: session.token })).unread
  await expect.poll(unread, { timeout: 20_000 }).toBe(1)

  await open(somebody, `${product.url}/`)
  await page.getByRole('button', { name: /您有 1 条新消息/ }).click()
  await page.getByRole('heading', { level: 1, name: '我的消息' }).waitFor()
  await page.getByText('原因：医生当天有急诊').waitFor()
  await settled(page)
  expect(await barriers(page)).toEqual([])

  await page
    .getByRole('button', { name: /^活动取消，未读/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: ACTIVITY }).waitFor()
  await expect.poll(unread).toBe(0)
  await open(somebody, `${product.url}/tabs/mine/index`)
  await page.getByRole('button', { name: /^我的消息/ }).waitFor()
  expect(await page.getByText('条未读').count()).toBe(0)
  expect(trouble).toEqual([])
  await somebody.context.close()
})

test('what somebody chooses is kept, and is worked by the keyboard', async () => {
  const { session } = await signedIn(product.url, 'town')
  const somebody = await visitor(browser, product.url, { session })
  const { page, trouble } = somebody
  await open(somebody, `${product.url}/people/pages/settings/index`)
  await page.getByRole('button', { name: /^消息提醒/ }).click()
  const sms = page.getByRole('switch', { name: /^短信/ }).first()
  await sms.waitFor()
  expect(await barriers(page)).toEqual([])
  await sms.focus()
  await page.keyboard.press('Space')
  const kept = async () =>
    await ask<{ quiet: { on: boolean }; kinds: { sms: boolean }[] }>(product.url, '/me/message-preferences', {
      token: session.token,
    })
  await expect.poll(async () => (await kept()).kinds[0]?.sms).toBe(false)
  await page.getByRole('radio', { name: /不用免打扰/ }).click()
  await expect.poll(async () => (await kept()).quiet.on).toBe(false)
  await page.reload()
  await settled(page)
  expect(await page.getByRole('radio', { name: /不用免打扰/ }).isChecked()).toBe(true)
  expect(trouble).toEqual([])
  await somebody.context.close()
})

test('somebody whom nobody has told anything reads what will stand here', async () => {
  const { session } = await signedIn(product.url, 'city')
  const somebody = await visitor(browser, product.url, { session })
  await open(somebody, `${product.url}/messages/pages/inbox/index`)
  await somebody.page.getByText('还没有消息').waitFor()
  expect(await barriers(somebody.page)).toEqual([])
  await somebody.context.close()
})
