import type { Browser, Page } from 'playwright-core'
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

async function come(persona: Parameters<typeof signedIn>[1]) {
  const { session } = await signedIn(product.url, persona)
  return { session, who: await visitor(browser, product.url, { session }) }
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
/** As somebody without a mouse: to the button by the Tab key, then Enter. */
async function reach(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true })
  await button.waitFor()
  for (let stops = 0; stops < 80; stops += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
}

test('a resident reports, a member hides it by keyboard, its author appeals, the street answers', async () => {
  const resident = await come('resident')
  const community = resident.session.me.community?.code ?? ''
  const list = await ask<{ items: { id: string; title: string; status: string }[] }>(
    product.url,
    `/activities?division=${community}`,
  )
  const { id, title } = list.items.find(({ title: name }) => name.startsWith('义诊'))!
  const detail = `${product.url}/activities/pages/detail/index?id=${id}`
  await open(resident.who, detail)
  await press(resident.who.page, `举报：${title}`)
  await resident.who.page.getByRole('radio', { name: '诈骗' }).check()
  await settled(resident.who.page)
  expect(await barriers(resident.who.page)).toEqual([])
  await resident.who.page.getByRole('button', { name: '举报', exact: true }).click()
  await resident.who.page.getByText('已收到您的举报').waitFor()

  const member = await come('committee')
  const queue = `${product.url}/moderation/pages/queue/index?community=${community}`
  await open(member.who, queue)
  await reach(member.who.page, `隐藏：${title}`)
  const sheet = member.who.page.getByRole('dialog')
  await sheet.getByRole('radio', { name: '诈骗' }).check()
  expect(await barriers(member.who.page)).toEqual([])
  await sheet.getByRole('button', { name: '隐藏', exact: true }).click()
  await member.who.page.getByText('已隐藏，发布的人会看到原因').waitFor()
  await open(resident.who, detail)
  await resident.who.page.getByText('没有找到，可能已被移走').waitFor()

  const author = await come('worker')
  await open(author.who, `${product.url}/moderation/pages/mine/index`)
  await press(author.who.page, `申诉：${title}`)
  await author.who.page.getByLabel('理由').fill('不收费，医生是社区卫生服务中心的。')
  await press(author.who.page, '提交申诉')
  await author.who.page.getByText('已提交申诉').waitFor()

  const street = await come('town')
  await open(street.who, queue)
  await press(street.who.page, `答复申诉：${title}`)
  await street.who.page.getByLabel('给发布人的答复').fill('已核实，不收费。')
  await press(street.who.page, '恢复显示')
  await street.who.page.getByText('已答复，发布的人会看到').waitFor()
  await open(resident.who, detail)
  await resident.who.page.getByRole('button', { name: `举报：${title}` }).waitFor()
  await open(author.who, `${product.url}/moderation/pages/mine/index`)
  await author.who.page.getByText('已恢复显示。答复：已核实，不收费。').waitFor()
  for (const { who } of [resident, member, author, street]) expect(who.trouble).toEqual([])
})
