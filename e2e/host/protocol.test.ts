import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { find, startDevice, until, type Device, type Element } from './testing/device.ts'

declare const wx: { scanCode(options: object): void }

let device: Device
beforeAll(async () => {
  device = await startDevice()
})
afterAll(() => device.close())
beforeEach(() => device.mini.callWxMethod('reLaunch', { url: '/pages/home/index' }))

type Custom = Element & {
  data(path?: string): Promise<unknown>
  setData(data: object): Promise<void>
  callMethod(name: string, ...args: unknown[]): Promise<unknown>
}
const home = () => device.at('pages/home/index')

describe('elements', () => {
  test('a search stays in the owner’s shadow tree, as in DevTools', async () => {
    const page = await home()
    expect(await page.$('.title')).toBeNull()
    expect(await (await find(await find(page, 'card'), '.title')).text()).toBe('卡')
    // What is put into a slot belongs to the page.
    expect(await (await find(page, 'card .slotted')).text()).toBe('内容')
  })
  test('selectors: tag, id, class, attribute, child, sibling, first, union', async () => {
    const page = await home()
    const count = async (selector: string) => ((await page.$$(selector)) as Element[]).length
    expect(await count('#top > button')).toBe(5)
    expect(await count('view.row[data-at="2"]')).toBe(1)
    expect(await count('.row + .row')).toBe(2)
    expect(await count('#row-1 ~ .open')).toBe(1)
    expect(await count('button:first-child, .outer view')).toBe(3)
    expect(await count('text:first-child')).toBe(2)
    await expect(page.$$('.row:hover')).rejects.toThrow('is not understood at :hover')
  })
  test('xpath finds by place, class and text', async () => {
    const page = await home()
    const row = await page.xpath('//view[@class="row"][2]')
    expect(await row?.text()).toBe('1:二')
    const all = (await page.getElementsByXpath('//button[contains(., "加")]')) as Element[]
    expect(await Promise.all(all.map((one) => one.attribute('class')))).toEqual(['add'])
    expect(await page.xpath('//map')).toBeNull()
    const named = '//*[self::button or self::view][not(self::view)]'
    expect(await (await page.xpath(`${named}[contains(., "加")]`))?.attribute('class')).toBe('add')
  })
  test('xpath finds by what a screen reader is told', async () => {
    await device.mini.callWxMethod('reLaunch', { url: '/pages/gestures/index' })
    const page = await device.at('pages/gestures/index')
    const link = await page.xpath('//*[@aria-role="link"][@aria-label="去没有的页面"]')
    expect(await link?.text()).toBe('无')
    await device.mini.callWxMethod('reLaunch', { url: '/pages/home/index' })
  })
  test('attributes, properties, sizes and markup', async () => {
    const row = await find(await home(), '#row-2')
    expect(row.tagName).toBe('view')
    expect(await row.attribute('id')).toBe('row-2')
    expect(await row.attribute('class')).toBe('row')
    expect(await row.attribute('data-at')).toBe(2)
    expect(await row.attribute('nothing')).toBeNull()
    expect(await row.property('hoverClass')).toBe('none')
    expect(await row.size()).toEqual({ width: 390, height: 52 })
    const { left, top } = (await row.offset()) as { left: number; top: number }
    expect([left, top > 100]).toEqual([0, true])
    expect(await row.wxml()).toBe('1:二')
    expect(await row.outerWxml()).toMatch(/^<view id="row-2" class="row" data-at="2"[^>]*>1:二<\/view>$/)
  })
  test('a custom component: its public properties, data and methods', async () => {
    const card = (await find(await home(), 'card')) as Custom
    expect(await card.property('title')).toBe('卡')
    await expect(card.property('seen')).rejects.toThrow('card.seen not exists')
    expect(await card.data()).toEqual({ title: '卡', seen: 0 })
    await card.setData({ seen: 3 })
    await card.callMethod('choose')
    expect(await card.data('seen')).toBe(4)
    await expect(card.callMethod('none')).rejects.toThrow('no method none')
  })
  test('an element of a page that was closed is refused', async () => {
    const row = await find(await home(), '.row')
    await device.mini.callWxMethod('reLaunch', { url: '/pages/map/index' })
    await expect(row.text()).rejects.toThrow('not on the page any more')
  })
})

describe('pages', () => {
  test('data, setData, methods and sizes', async () => {
    const page = await home()
    await page.setData({ count: 5, 'rows[0].name': '首' })
    expect(await page.data('rows[0].name')).toBe('首')
    await page.callMethod('add')
    expect(await page.data('count')).toBe(6)
    await expect(page.callMethod('none')).rejects.toThrow('no method none')
    expect((await page.size()).width).toBe(390)
  })
})

describe('wx', () => {
  test('an answer is set and restored', async () => {
    const { mini } = device
    await mini.mockWxMethod('login', { code: 'abc', errMsg: 'login:ok' })
    expect(await mini.callWxMethod('login')).toEqual({ code: 'abc', errMsg: 'login:ok' })
    await mini.restoreWxMethod('login')
    await expect(mini.callWxMethod('login')).rejects.toThrow("mockWxMethod('login', …)")
  })
  test('a refusal is delivered to fail', async () => {
    const { mini } = device
    await mini.mockWxMethod('scanCode', { errMsg: 'scanCode:fail cancel' })
    const heard = await mini.evaluate(
      () => new Promise((resolve) => wx.scanCode({ fail: resolve, success: () => resolve('success') })),
    )
    expect(heard).toEqual({ errMsg: 'scanCode:fail cancel' })
    await mini.restoreWxMethod('scanCode')
  })
  test('a function replaces an API and may call it, as the documentation shows', async () => {
    const { mini } = device
    await mini.mockWxMethod(
      'getStorageSync',
      function (key: string, otherwise: string) {
        return key === 'name' ? 'known' : otherwise
      },
      'unknown',
    )
    expect(await mini.callWxMethod('getStorageSync', 'name')).toBe('known')
    expect(await mini.callWxMethod('getStorageSync', 'sex')).toBe('unknown')
    await mini.restoreWxMethod('getStorageSync')
    expect(await mini.callWxMethod('getStorageSync', 'name')).toBe('')
    await mini.mockWxMethod(
      'getSystemInfo',
      function (this: { origin: (o: object) => void }, _options: object, platform: string) {
        return new Promise((resolve) => {
          this.origin({ success: (info: { platform: string }) => resolve({ ...info, platform }) })
        })
      },
      'test',
    )
    const { platform, SDKVersion } = (await mini.callWxMethod('getSystemInfo')) as Record<string, string>
    expect([platform, SDKVersion]).toEqual(['test', '3.5.0'])
    await mini.restoreWxMethod('getSystemInfo')
  })
})

describe('tool', () => {
  test('evaluate with arguments, console and bindings', async () => {
    const { mini } = device
    expect(await mini.evaluate((a: number, b: number[]) => a + b.length, 1, [1, 2])).toBe(3)
    await expect(
      mini.evaluate(() => {
        throw new Error('from evaluate')
      }),
    ).rejects.toThrow('from evaluate')
    await mini.evaluate(() => console.warn('看', { a: 1 }, new Error('e').message))
    await until(async () => device.logs.some(({ type, args }) => type === 'warn' && args[0] === '看'))
    expect(device.logs.at(-1)?.args).toEqual(['看', { a: 1 }, 'e'])
    const heard: unknown[][] = []
    await mini.exposeFunction('tellTest', (...args: unknown[]) => heard.push(args))
    await mini.evaluate(() => {
      ;(globalThis as unknown as { tellTest(...args: unknown[]): void }).tellTest(1, '二')
    })
    await until(async () => heard.length)
    expect(heard).toEqual([[1, '二']])
  })
  test('a screenshot is a PNG of the whole screen', async () => {
    const picture = Buffer.from((await device.mini.screenshot()) as string, 'base64')
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([780, 1688])
  })
  test('dialogs wait for the person, whom native plays', async () => {
    const { mini } = device
    const asked = mini.callWxMethod('showModal', { title: '真的吗' }) as Promise<unknown>
    await until(() =>
      mini
        .native()
        .confirmModal()
        .then(() => true),
    )
    expect(await asked).toMatchObject({ confirm: true, cancel: false, errMsg: 'showModal:ok' })
    await expect(mini.native().cancelModal()).rejects.toThrow('no modal or actionSheet dialog is open')
  })
  test('a page is shared by its button, and the arrow goes back', async () => {
    const page = await home()
    await (await find(page, '.share')).tap()
    await until(() =>
      device.mini
        .native()
        .shareConfirm()
        .then(() => true),
    )
    await device.mini.callWxMethod('navigateTo', { url: '/pages/map/index' })
    await device.mini.native().navigateLeft()
    expect((await home()).path).toBe('pages/home/index')
  })
})

describe('garbage', () => {
  const say = async (text: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${device.cli.port}`)
    await once(socket, 'open')
    socket.send(text)
    const [data] = (await once(socket, 'message')) as [Buffer]
    socket.close()
    return JSON.parse(data.toString('utf8')) as { error?: { message: string } }
  }
  test.each([
    ['{', 'the message is no JSON'],
    ['[]', 'the message has no id'],
    ['null', 'the message is no object'],
    ['{"id":"1"}', 'the message names no method'],
    ['{"id":"1","method":"App.callFunction","params":3}', 'params is no object'],
    ['{"id":"1","method":"App.fly"}', 'App.fly is not in the e2e host'],
    ['{"id":"1","method":"Page.getData","params":{"pageId":"x"}}', 'the page is closed'],
    ['{"id":"1","method":"Element.tap","params":{}}', 'the element is not on the page any more'],
    ['{"id":"1","method":"App.callFunction","params":{"functionDeclaration":")("}}', "Unexpected token ')'"],
  ])('%s', async (text, message) => {
    expect((await say(text)).error?.message).toBe(message)
    expect((await home()).path).toBe('pages/home/index')
  })
})
