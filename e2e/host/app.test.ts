import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { find, startDevice, texts, until, type Device } from './testing/device.ts'

let device: Device
beforeAll(async () => {
  device = await startDevice()
})
afterAll(() => device.close())

declare const getApp: () => { events: string[]; double(n: number): number }
const events = () => device.mini.evaluate(() => getApp().events) as Promise<string[]>
const call = (method: string, ...args: unknown[]) =>
  device.mini.callWxMethod(method, ...args) as Promise<unknown>
const refusal = (method: string, options: object) =>
  call(method, options).then(
    () => '',
    (error: Error) => error.message,
  )
const paths = async () => (await device.mini.pageStack()).map((page) => page.path)

test('the app is launched, its entry page loaded, shown and ready, with its components', async () => {
  await until(async () => (await events()).includes('home ready'))
  expect(await events()).toEqual([
    'launch pages/home/index 1001',
    'show',
    'card attached 卡',
    'home load {}',
    'home show',
    'card page show',
    'home ready',
  ])
  expect(await device.mini.evaluate(() => getApp().double(21))).toBe(42)
})

describe('templates', () => {
  beforeEach(() => call('reLaunch', { url: '/pages/home/index' }))

  test('data, wxs and setData reach the page', async () => {
    const page = await device.at('pages/home/index')
    await (await find(page, '.add')).tap()
    await until(async () => (await texts(page, '.count'))[0] === '1 / 2')
    expect(await page.data('count')).toBe(1)
    expect(await page.data('rows[1].name')).toBe('二')
  })

  test('a keyed list turns round, a condition comes and goes, a path changes one row', async () => {
    const page = await device.at('pages/home/index')
    expect(await texts(page, '.row')).toEqual(['0:一', '1:二', '2:三'])
    await (await find(page, '.turn')).tap()
    await until(async () => (await page.$('.open')) === null)
    expect(await texts(page, '.row')).toEqual(['0:三', '1:二', '2:一'])
    await (await find(page, '.rename')).tap()
    await until(async () => (await texts(page, '.row'))[0] === '0:壹')
  })

  test('a component draws its slot, passes properties and events', async () => {
    const page = await device.at('pages/home/index')
    const card = await find(page, 'card')
    expect(await (await find(card, '.title')).text()).toBe('卡')
    await (await find(card, '.card')).tap()
    await until(async () => ((await page.data('log')) as string[]).includes('chosen 卡'))
  })

  test('a tap bubbles with target and currentTarget, and a catch stops it', async () => {
    const page = await device.at('pages/home/index')
    await (await find(page, '.inner')).tap()
    await until(async () => ((await page.data('log')) as string[]).length === 3)
    await (await find(page, '.stop')).tap()
    await until(async () => ((await page.data('log')) as string[]).length > 3)
    expect(await page.data('log')).toEqual([
      'tap inner inner',
      'tap middle inner',
      'tap outer inner',
      'tap stop stop',
    ])
  })
})

describe('styles', () => {
  const style = async (selector: string, name: string) => {
    const page = await device.at('pages/home/index')
    return (await find(page, selector)).style(name)
  }
  const inCard = async (selector: string, name: string) => {
    const page = await device.at('pages/home/index')
    return (await find(await find(page, 'card'), selector)).style(name)
  }
  beforeEach(() => call('reLaunch', { url: '/pages/home/index' }))

  test('imports, rpx and the page selector', async () => {
    expect(await style('.themed', 'padding-left')).toBe('10px')
    expect(await style('.row', 'height')).toBe('52px')
    expect(await style('.open', 'width')).toBe('1px')
    const page = await device.at('pages/home/index')
    const body = await page.xpath('//body')
    expect(body).toBeNull()
    expect(await style('.slotted', 'color')).toBe('rgb(1, 2, 3)')
  })
  test('a component is isolated from the page and the page from it', async () => {
    expect(await inCard('.title', 'color')).toBe('rgb(4, 5, 6)')
    expect(await inCard('.card', 'border-top-color')).toBe('rgb(9, 9, 9)')
    expect(await inCard('.card', 'color')).not.toBe('rgb(1, 2, 3)')
  })
  test('apply-shared lets the app’s styles in', async () => {
    const page = await device.at('pages/home/index')
    const inner = await find(await find(page, 'card'), 'inner')
    expect(await (await find(inner, '.innermost')).style('color')).toBe('rgb(1, 2, 3)')
  })
  test('the custom tab bar is a component of its own, isolated', async () => {
    const page = await device.at('pages/home/index')
    expect(await page.$('.bar')).toBeNull()
    const bar = await page.xpath('//view[contains(@class, "bar")]')
    expect(await bar?.text()).toBe('自定义')
    expect(await bar?.style('color')).not.toBe('rgb(1, 2, 3)')
  })
})

describe('routes', () => {
  beforeEach(async () => {
    await device.mini.evaluate(() => void getApp().events.splice(0))
    await call('reLaunch', { url: '/pages/home/index' })
    await until(async () => (await events()).includes('home ready'))
    await device.mini.evaluate(() => void getApp().events.splice(0))
  })

  test('navigateTo enters a subpackage, hides the page below and talks through the channel', async () => {
    const home = await device.at('pages/home/index')
    await (await find(home, '.go')).tap()
    const deep = await device.at('sub/pages/deep/index')
    expect(deep.query).toEqual({ a: '1', b: '%E4%B8%80' })
    expect(await texts(deep, '.query')).toEqual(['{"a":"1","b":"%E4%B8%80"}'])
    expect(await texts(deep, '.where')).toEqual(['分包'])
    await until(async () => (await events()).includes('answer 43'))
    expect((await events()).slice(0, 2)).toEqual(['home hide', 'answer 43'])
    await (await find(deep, '.back')).tap()
    await device.at('pages/home/index')
    expect(await events()).toContain('home show')
  })
  test('no more than ten pages stand on each other', async () => {
    for (let depth = 2; depth <= 10; depth += 1) await call('navigateTo', { url: '/pages/map/index' })
    expect(await paths()).toHaveLength(10)
    expect(await refusal('navigateTo', { url: '/pages/map/index' })).toBe(
      'navigateTo:fail webview count limit exceed',
    )
    await call('navigateBack', { delta: 99 })
    expect(await paths()).toEqual(['pages/home/index'])
    expect(await refusal('navigateBack', {})).toBe('navigateBack:fail cannot navigate back at first page.')
  })
  test('tab pages are switched to and kept; other pages are not', async () => {
    await call('navigateTo', { url: '/pages/map/index' })
    await call('switchTab', { url: '/pages/form/index' })
    expect(await paths()).toEqual(['pages/form/index'])
    await call('switchTab', { url: '/pages/home/index' })
    expect(await events()).toEqual(['home hide', 'home show', 'card page show'])
    expect(await refusal('switchTab', { url: '/pages/map/index' })).toBe(
      'switchTab:fail can not switch to no-tabBar page',
    )
    expect(await refusal('navigateTo', { url: '/pages/form/index' })).toBe(
      'navigateTo:fail can not navigateTo a tabbar page',
    )
    expect(await refusal('redirectTo', { url: '/pages/form/index' })).toBe(
      'redirectTo:fail can not redirectTo a tabbar page',
    )
  })
  test('redirectTo replaces, reLaunch closes all, a missing page is named', async () => {
    await call('navigateTo', { url: '/pages/map/index' })
    await call('redirectTo', { url: '../gestures/index' })
    expect(await paths()).toEqual(['pages/home/index', 'pages/gestures/index'])
    await call('reLaunch', { url: '/pages/map/index?x=1' })
    expect(await paths()).toEqual(['pages/map/index'])
    expect(await events()).toContain('home unload')
    expect(await refusal('navigateTo', { url: '/pages/none/index' })).toBe(
      'navigateTo:fail page "pages/none/index" is not found',
    )
    expect(await refusal('navigateTo', {})).toContain('parameter.url should be String')
  })
  test('a page that throws in onLoad stays open, and everybody hears of it', async () => {
    const before = device.exceptions.length
    await call('navigateTo', { url: '/sub/pages/broken/index' })
    const page = await device.at('sub/pages/broken/index')
    expect(await texts(page, '.still')).toEqual(['还在'])
    await until(async () => device.exceptions.length > before)
    expect(device.exceptions.at(-1)?.message).toBe('broken onLoad')
    expect(await events()).toContain('error broken onLoad')
  })
})

describe('the realm', () => {
  test('has no DOM, no web platform and no way to compile text', async () => {
    const names =
      'window document self navigator location fetch XMLHttpRequest WebSocket URL AbortController structuredClone queueMicrotask process require WebAssembly'
    const there = (await device.mini.evaluate(
      (all: string) => all.split(' ').filter((name) => name in globalThis),
      names,
    )) as string[]
    expect(there).toEqual([])
    const tried = (await device.mini.evaluate(() => {
      const attempt = (run: () => unknown) => {
        try {
          return String(run())
        } catch (error) {
          return (error as Error).name
        }
      }
      const compile = Reflect.get(globalThis, ['ev', 'al'].join('')) as (text: string) => unknown
      const maker = (setTimeout as unknown as { constructor: (text: string) => () => unknown }).constructor
      return [attempt(() => compile('1')), attempt(() => maker('return this')())]
    })) as string[]
    expect(tried).toEqual(['EvalError', 'EvalError'])
  })
  test('an API that the host does not have throws its name', async () => {
    await expect(device.mini.callWxMethod('startHCE')).rejects.toThrow('wx.startHCE is not in the e2e host')
    await expect(device.mini.mockWxMethod('startHCE', {})).rejects.toThrow('wx.startHCE')
  })
  test('errors of handlers and rejected promises are told', async () => {
    await call('reLaunch', { url: '/pages/gestures/index' })
    const page = await device.at('pages/gestures/index')
    for (const [button, message] of [
      ['.fail', 'gestures broke'],
      ['.reject', 'Unhandled promise rejection: nobody caught this'],
      ['.refuse', 'Unhandled promise rejection: navigateTo:fail page "pages/none/index" is not found'],
      ['.reach', 'Code generation from strings disallowed for this context'],
    ] as const) {
      await (await find(page, button)).tap()
      await until(async () => device.exceptions.some((one) => one.message === message))
      expect(device.exceptions.at(-1)?.message).toBe(message)
    }
  })
})
