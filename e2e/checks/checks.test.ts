import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProject } from '../host/compile/project.ts'
import type { AppConfig } from '../host/wire.ts'
import { checkAppJson } from './app-json.ts'
import { buildFrom, buildOf } from './build.ts'
import { checkCode } from './code.ts'
import { checkWxml, checkWxss } from './markup.ts'
import { checkPictures } from './pictures.ts'
import { checkPrivacy } from './privacy.ts'
import { checkSizes, packageSizes } from './sizes.ts'
import { checkUrls } from './urls.ts'

const page = (path: string) => ({ [`${path}.js`]: '', [`${path}.wxml`]: '', [`${path}.json`]: '{}' })

describe('sizes', () => {
  const subPackages = [{ root: 'sub/', pages: ['b'] }]
  const build = buildFrom(
    { subPackages },
    { 'app.js': 'x'.repeat(100), 'sub/b.js': 'y'.repeat(50), 'app.js.LICENSE.txt': 'z'.repeat(999) },
  )
  test('each package counts for itself, notes about licences not at all', () => {
    expect(packageSizes(build)).toEqual({ '': 100, 'sub/': 50 })
  })
  test('what is too large is named', () => {
    expect(checkSizes(build, { main: 100, sub: 50, total: 150 })).toEqual([])
    expect(checkSizes(build, { main: 99, sub: 49, total: 149 })).toEqual([
      'main package: 1 KB, more than 1 KB',
      'sub/: 1 KB, more than 1 KB',
      'all packages: 1 KB, more than 1 KB',
    ])
  })
})

describe('app.json', () => {
  const good: Partial<AppConfig> = {
    pages: ['pages/a', 'pages/b'],
    tabBar: {
      custom: true,
      color: '#000000',
      selectedColor: '#0B6B66',
      backgroundColor: '#ffffff',
      list: [
        { pagePath: 'pages/a', text: '甲' },
        { pagePath: 'pages/b', text: '乙' },
      ],
    },
  }
  const files = { ...page('pages/a'), ...page('pages/b'), 'custom-tab-bar/index.js': '' }
  const problems = (more: Partial<AppConfig>, without = '') =>
    checkAppJson(
      buildFrom(
        { ...good, ...more },
        Object.fromEntries(Object.entries(files).filter(([name]) => name !== without)),
      ),
    )
  test('a good one', () => expect(problems({})).toEqual([]))
  test.each<[string, Partial<AppConfig>, string]>([
    ['an unknown field', { animation: false } as never, 'the field animation, which WeChat does not know'],
    ['a page twice', { pages: ['pages/a', 'pages/b', 'pages/a'] }, 'pages/a is named twice'],
    ['a missing page', { pages: ['pages/a', 'pages/b', 'pages/c'] }, 'pages/c.js is missing'],
    ['a foreign entry', { entryPagePath: 'pages/x' }, 'entryPagePath pages/x is no page'],
    ['a colour by name', { window: { backgroundColor: 'red' } }, 'the colour red'],
    ['a text style', { window: { navigationBarTextStyle: 'grey' } }, 'neither black nor white'],
    ['one tab', { tabBar: { ...good.tabBar!, list: good.tabBar!.list.slice(1) } }, 'has 1 items'],
    ['a private API that is none', { requiredPrivateInfos: ['getPhoneNumber'] }, 'names getPhoneNumber'],
    ['two locations', { requiredPrivateInfos: ['getLocation', 'getFuzzyLocation'] }, 'together'],
    ['a scope without a purpose', { permission: { 'scope.userLocation': { desc: '' } } }, 'desc has 1 to 30'],
  ])('%s', (_, more, message) => expect(problems(more).join('\n')).toContain(message))
  test('a custom tab bar that is not there', () => {
    expect(problems({}, 'custom-tab-bar/index.js')).toEqual(['tabBar.custom needs custom-tab-bar/index'])
  })
})

describe('code', () => {
  test.each([
    ['eval("1")', 'eval'],
    ['(0, a.eval)("1")', null],
    ['a.eval("1")', 'eval'],
    ['new Function("return 1")', 'Function'],
    ['Function("a", "return a")', 'Function'],
    ['setTimeout("run()", 1)', 'a timer with text'],
    ['setTimeout(run, 1)', null],
    ['x.constructor("return this")()', 'a constructor with text'],
    ['new this.constructor(1)', null],
    ['Function.prototype.call', null],
    [
      'if("object"===typeof globalThis)return globalThis;try{return this||new Function("return this")()}catch(n){}',
      null,
    ],
    ['let a = ', 'Unexpected token'],
  ])('%s', (source, problem) => {
    const found = checkCode(buildFrom({}, { 'a.js': source })).join()
    if (problem === null) expect(found).toBe('')
    else expect(found).toContain(problem)
  })
})

test('addresses: what is not on the list is told with its file', () => {
  const files = {
    'a.js': 'x("https://evil.example/x?y=1"); y("http://127.0.0.1:3000/api"); z("https://")',
    'a.wxss': '.a{background:url(http://www.w3.org/2000/svg)}',
  }
  expect(checkUrls(buildFrom({}, files), undefined)).toEqual(['a.js: https://evil.example/x?y=1'])
  expect(checkUrls(buildFrom({}, files), 'https://evil.example')).toEqual([])
})

describe('privacy', () => {
  const problems = (source: string, app: Partial<AppConfig> = {}) =>
    checkPrivacy(buildFrom(app, { 'a.js': source, 'taro.js': 'wx.getLocation()' }))
  test('what the runtime names is not used; what is used must be declared', () => {
    expect(problems('wx.request()')).toEqual([])
    expect(problems('wx.getLocation()')).toEqual([
      'getLocation is used, but requiredPrivateInfos does not name it',
      'permission.scope.userLocation.desc does not say what for',
      'getLocation used, but __usePrivacyCheck__ is not true',
    ])
    expect(problems('f({ openType: "getPhoneNumber" })')).toEqual([
      'getPhoneNumber used, but __usePrivacyCheck__ is not true',
    ])
    expect(
      problems('wx.getLocation()', {
        requiredPrivateInfos: ['getLocation'],
        permission: { 'scope.userLocation': { desc: '附近' } },
        __usePrivacyCheck__: true,
      }),
    ).toEqual([])
  })
  test('what is declared must be used', () => {
    expect(problems('', { requiredPrivateInfos: ['chooseAddress'] })).toEqual([
      'requiredPrivateInfos names chooseAddress, which is not used',
    ])
  })
})

describe('files', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'checks-'))
    cpSync(fileURLToPath(new URL('../host/fixture', import.meta.url)), folder, { recursive: true })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (file: string, content: string | Buffer) => writeFileSync(join(folder, file), content)

  test('pictures: kind, content and size', () => {
    write('static/big.png', Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(201 * 1024)]))
    write('static/false.png', 'GIF89a')
    write('static/new.avif', 'x')
    expect(checkPictures(buildOf(readProject(folder))).toSorted()).toEqual([
      'static/big.png: 202 KB, more than 200 KB',
      'static/false.png: is not what its name says',
      'static/new.avif: WeChat does not pack files of this kind',
      'static/new.avif: no kind of picture that WeChat shows',
    ])
  })
  test('WXML: an element that is not closed, an expression that WeChat does not have', () => {
    const first = checkWxml(readProject(folder))
    write('pages/map/index.wxml', '<view><input value="{{a}}"></view>')
    expect(checkWxml(readProject(folder)).problems.join()).toMatch(/end.?tag/)
    write('pages/map/index.wxml', '<view wx:if="{{a b}}" />')
    expect(checkWxml(readProject(folder)).problems).not.toEqual([])
    expect(first.by).toContain('glass-easel')
  })
  test('WXSS: a brace that is not closed', () => {
    expect(checkWxss(readProject(folder)).problems).toEqual([])
    write('pages/home/index.wxss', '.a { color: red')
    const { problems, by } = checkWxss(readProject(folder))
    expect(problems.length).toBe(by.length)
  })
})
