import type { Browser } from 'playwright-core'
import type { Output } from '@tmt/shared/contract.ts'
import type { listActivities } from '@tmt/shared/activities/contract.ts'
import type { beginHelp, sendHelpCode } from '@tmt/shared/helping/contract.ts'
import type { signInAsPersona } from '@tmt/shared/people/sign-in-contract.ts'
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
const at = (path: string) => `${product.url}${path}`
const DPO_PHONE = '19900000009'
const RESIDENT_PHONE = '19900000001'

test('a relative begins by the code, signs the other up under a band, and the other undoes it and ends the help', async () => {
  const { session } = await signedIn(product.url, 'resident')
  const helper = await visitor(browser, product.url, { session })
  const { page } = helper
  await open(helper, at('/tabs/mine/index'))
  await page.getByRole('button', { name: /^帮家人办/ }).click()
  await page.getByRole('heading', { level: 1, name: '帮家人办' }).waitFor()
  await page.getByLabel('他的手机号').fill(DPO_PHONE)
  await page.getByRole('button', { name: '给他发验证码' }).click()
  const words = await page.getByText(/演示环境不发短信/).innerText()
  await page.getByLabel('他收到的验证码').fill(/验证码是 (\d{6})/.exec(words)![1]!)
  await page.getByRole('radio', { name: '其他亲属' }).check()
  await page.getByRole('button', { name: '开始帮他办' }).click()
  await page.getByText('好了，选“帮他办”就可以替他办').waitFor()
  expect(await barriers(page)).toEqual([])

  await page.getByRole('button', { name: '帮他办：演示信息保护负责人' }).click()
  await page.getByText('正在帮 演示信息保护负责人 办理').last().waitFor()
  const { items } = await ask<Output<typeof listActivities>>(
    product.url,
    `/activities?division=${session.me.community!.code}`,
  )
  const activity = items.find(({ title }) => title.startsWith('义诊'))!
  await open(helper, at(`/activities/pages/detail/index?id=${activity.id}`))
  await page.getByText('正在帮 演示信息保护负责人 办理').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: /^替 演示信息保护负责人 报名/ }).click()
  await page.getByText('已报名').waitFor()
  await page.getByRole('button', { name: /^结束/ }).click()
  await settled(page)
  // In one's own name again: not signed up.
  await page.getByRole('button', { name: /^报名/ }).waitFor()

  const other = await ask<Output<typeof signInAsPersona>>(product.url, '/sign-in/sessions/demo', {
    body: { persona: 'dpo' },
  })
  const person = await visitor(browser, product.url, { session: other })
  await open(person, at('/helping/pages/acts/index'))
  await person.page.getByRole('button', { name: `撤销：报名，${activity.title}` }).click()
  await person.page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await person.page.getByText(/已撤销/).waitFor()
  expect(await barriers(person.page)).toEqual([])
  await open(person, at('/helping/pages/mine/index'))
  await person.page.getByRole('button', { name: /^不让他再帮/ }).click()
  await person.page.getByRole('dialog').getByRole('button', { name: '不让他再帮' }).click()
  await person.page.getByText('还没有。把验证码告诉谁').waitFor()

  await open(helper, at('/helping/pages/mine/index'))
  expect(await page.getByText('演示信息保护负责人').count()).toBe(0)
  expect([...helper.trouble, ...person.trouble]).toEqual([])
  await helper.context.close()
  await person.context.close()
})

test('a worker writes down at the counter who helps somebody registered there', async () => {
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session })
  const { page, trouble } = worker
  await open(worker, at('/identity/pages/counter/index'))
  await page.getByRole('button', { name: '打开名单' }).click()
  await page.getByRole('button', { name: /^演/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '登记由谁帮他办' }).click()
  await page.getByRole('heading', { level: 1, name: '登记由谁帮他办' }).waitFor()
  await page.getByLabel('帮忙人的手机号').fill('19900000001')
  await page.getByRole('radio', { name: '其他亲属' }).check()
  await page.getByRole('switch', { name: /^本人当面同意/ }).click()
  await page.getByRole('button', { name: '登记', exact: true }).last().click()
  await page.getByText('已登记').last().waitFor()
  expect(await barriers(page)).toEqual([])
  expect(trouble).toEqual([])
  await worker.context.close()
})

test('a worker undoes and ends at the counter, on request, what was done for somebody of the place', async () => {
  const { session: helper } = await signedIn(product.url, 'dpo')
  const { token } = helper
  const phone = RESIDENT_PHONE
  const sent = await ask<Output<typeof sendHelpCode>>(product.url, '/me/helps/codes', {
    token,
    body: { phone },
  })
  const body = { phone, code: sent.demoCode, kinship: 'relative' }
  const help = await ask<Output<typeof beginHelp>>(product.url, '/me/helps', { token, body })
  const { session } = await signedIn(product.url, 'worker')
  const worker = await visitor(browser, product.url, { session })
  const { page, trouble } = worker
  await open(worker, at('/helping/pages/person/index'))
  await page.getByLabel('本人的手机号').fill(phone)
  await page.getByRole('button', { name: '查谁能替他办' }).click()
  await page.getByRole('heading', { name: `能替 ${help.name} 办的人` }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '结束帮办：演示信息保护负责人' }).click()
  await page.getByRole('dialog').getByLabel(/^理由/).fill('本人来窗口要求')
  await page.getByRole('dialog').getByRole('button', { name: '结束帮办', exact: true }).click()
  await page.getByText('现在没有人能替他办').waitFor()
  expect(await barriers(page)).toEqual([])
  expect(trouble).toEqual([])
  await worker.context.close()
})

test('who has the message and no account types its code, and is told why it does not fit', async () => {
  const guest = await visitor(browser, product.url)
  const { page, trouble } = guest
  await open(guest, at('/tabs/mine/index'))
  await page.getByRole('button', { name: /^凭撤销码撤销/ }).click()
  await page.getByRole('textbox', { name: /^撤销码/ }).fill('12345678')
  await page.getByLabel('您手机号后四位').fill('0009')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText(/撤销码或手机号后四位不对/).waitFor()
  expect(await barriers(page)).toEqual([])
  expect(trouble).toEqual([])
  await guest.context.close()
})
