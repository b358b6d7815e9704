import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { find, startDevice, until, type Device, type Element, type Page } from './testing/device.ts'

declare const getCurrentPages: () => object[]

let device: Device
beforeAll(async () => {
  device = await startDevice()
})
afterAll(() => device.close())

type Input = Element & { input(text: string): Promise<void> }
type Slider = Element & { slideTo(value: number): Promise<void> }
type Scroll = Element & { scrollTo(x: number, y: number): Promise<void>; scrollHeight(): Promise<number> }
type Swiper = Element & { swipeTo(index: number): Promise<void> }

let page: Page
const open = async (path: string) => {
  await device.mini.callWxMethod('reLaunch', { url: `/${path}` })
  page = await device.at(path)
}
const log = async () => (await page.data('log')) as string[]
const logged = (entry: string) => until(async () => (await log()).includes(entry))
const tap = async (selector: string) => (await find(page, selector)).tap()

describe('fields', () => {
  beforeEach(() => open('pages/form/index'))

  test('input: maxlength cuts, focus comes with it, the value stays in the field', async () => {
    const who = (await find(page, '.who')) as Input
    await who.input('张三丰和宋远桥')
    await logged('input "张三丰和"')
    expect(await log()).toEqual(['focus "张"', 'input "张三丰和"'])
    expect(await who.value()).toBe('张三丰和')
    expect(await who.property('maxlength')).toBe(4)
  })
  test('a disabled input takes nothing', async () => {
    await ((await find(page, '.off')) as Input).input('是')
    expect(await log()).toEqual([])
  })
  test('a property that the tag does not have is refused', async () => {
    await expect((await find(page, '.who')).property('onclick')).rejects.toThrow('input.onclick not exists')
    expect(await (await find(page, '.who')).property('type')).toBe('text')
  })
  test('checkboxes give their group the list, by a press and by their label', async () => {
    await tap('.named')
    await logged('change ["a","b"]')
    await tap('.second')
    await logged('change ["a"]')
    expect(await log()).toEqual(['change ["a","b"]', 'change ["a"]'])
  })
  test('of radios one is chosen; pressing it again says nothing', async () => {
    await tap('.around')
    await logged('change "x"')
    await tap('.around')
    expect(await (await find(page, '.y')).property('checked')).toBe(false)
    expect(await log()).toEqual(['change "x"'])
  })
  test('switch and slider change by their own functions', async () => {
    await tap('.on')
    await logged('change true')
    await ((await find(page, '.much')) as Slider).slideTo(7)
    await logged('change 8')
    expect(await (await find(page, '.much')).property('value')).toBe(8)
  })
  test('pickers take what their wheel offers and nothing else', async () => {
    const [which, day] = [await find(page, '.which'), await find(page, '.day')]
    expect(await which.property('range')).toEqual(['甲', '乙', '丙'])
    await which.trigger('change', { value: 2 })
    await logged('change 2')
    expect(await which.property('value')).toBe(2)
    await expect(which.trigger('change', { value: 3 })).rejects.toThrow('does not offer 3')
    await expect(day.trigger('change', { value: '2027-01-01' })).rejects.toThrow('does not offer')
    await day.trigger('change', { value: '2026-05-06' })
    await logged('change "2026-05-06"')
  })
  test('a form hands over what has a name, and goes back to the beginning', async () => {
    await ((await find(page, '.what')) as Input).input('两行')
    await ((await find(page, '.who')) as Input).input('李')
    await tap('.send')
    const value = {
      boxes: ['b'],
      one: 'y',
      who: '李',
      what: '两行',
      on: false,
      much: 0,
      which: 1,
      day: '2026-02-03',
    }
    await logged(`submit ${JSON.stringify(value)}`)
    await tap('.clear')
    await until(async () => (await log()).some((entry) => entry.startsWith('reset')))
    expect(await (await find(page, '.who')).value()).toBe('张')
    expect(await (await find(page, '.what')).value()).toBe('')
  })
  test('a disabled button does nothing', async () => {
    await tap('.dead')
    expect(await log()).toEqual([])
  })
})

describe('gestures', () => {
  beforeEach(() => open('pages/gestures/index'))

  test('a tap is touchstart, touchend, tap', async () => {
    await tap('.pad')
    await until(async () => (await log()).length === 3)
    expect(await log()).toEqual(['touchstart', 'touchend', 'tap'])
  })
  test('a long press that is listened to is no tap', async () => {
    await (await find(page, '.pad')).longpress()
    await until(async () => (await log()).includes('touchend'))
    expect(await log()).toEqual(['touchstart', 'longpress', 'touchend'])
  })
  test('a long press that nobody listens to is a tap too', async () => {
    await (await find(page, '.plain')).longpress()
    await logged('tap')
    expect(await log()).toEqual(['longtap', 'tap'])
  })
  test('a finger that moves away does not tap', async () => {
    const pad = await find(page, '.pad')
    await pad.touchstart()
    await pad.touchmove({ touches: [{ identifier: 0, clientX: 300, clientY: 300 }] })
    await pad.touchend()
    await until(async () => (await log()).includes('touchend'))
    expect(await log()).toEqual(['touchstart', 'touchmove', 'touchend'])
  })
  test('scroll-view scrolls and tells its end', async () => {
    const list = (await find(page, '.list')) as Scroll
    await list.scrollTo(0, 100)
    await logged('scroll')
    expect(await list.property('scrollTop')).toBe(100)
    await list.scrollTo(0, await list.scrollHeight())
    await logged('scrolltolower')
  })
  test('swiper goes to an item', async () => {
    await ((await find(page, '.slides')) as Swiper).swipeTo(1)
    await logged('change 1')
    expect(await (await find(page, '.slides')).property('current')).toBe(1)
  })
  test('a picture of the package loads and takes its shape, a missing one fails', async () => {
    await until(async () => ((await page.data('pictures')) as string[]).length === 2)
    expect(((await page.data('pictures')) as string[]).toSorted()).toEqual([
      'error {"errMsg":"GET /static/none.png failed"}',
      'load {"width":4,"height":2}',
    ])
    const { width, height } = (await (await find(page, '.picture')).size()) as unknown as Record<
      string,
      number
    >
    expect([width, height]).toEqual([52, 26])
  })
  test('the page scrolls, and its end is reached', async () => {
    await device.mini.pageScrollTo(120)
    expect(await page.scrollTop()).toBe(120)
    await device.mini.pageScrollTo(99_999)
    await until(() =>
      device.mini.evaluate(() => (getCurrentPages().at(-1) as unknown as { bottom?: boolean }).bottom),
    )
    expect(await page.scrollTop()).toBeGreaterThan(120)
  })
})
describe('map', () => {
  test('its markers are read and tapped; another cannot be', async () => {
    await open('pages/map/index')
    const map = await find(page, 'map')
    expect(((await map.property('markers')) as { id: number }[]).map(({ id }) => id)).toEqual([7, 8])
    await map.trigger('markertap', { markerId: 8 })
    await until(async () => (await page.data('tapped')) === 8)
    await expect(map.trigger('markertap', { markerId: 9 })).rejects.toThrow('the map has no marker 9')
  })
})
