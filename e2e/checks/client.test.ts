import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readProject, type Project } from '../host/compile/project.ts'
import { checkAppJson } from './app-json.ts'
import { buildOf, CLIENT, type Build } from './build.ts'
import { checkCode } from './code.ts'
import { checkWxml, checkWxss } from './markup.ts'
import { checkPictures } from './pictures.ts'
import { checkPrivacy } from './privacy.ts'
import { checkSizes, WECHAT } from './sizes.ts'
import { checkUrls } from './urls.ts'

let project: Project
let build: Build
beforeAll(() => {
  project = readProject(CLIENT)
  build = buildOf(project)
})

describe('the mini-program build', () => {
  test('keeps WeChat’s limits', () => expect(checkSizes(build, WECHAT)).toEqual([]))
  test('keeps our own limits', () => expect(checkSizes(build)).toEqual([]))
  test('has an app.json by the rules', () => expect(checkAppJson(build)).toEqual([]))
  test('compiles no text', () => expect(checkCode(build)).toEqual([]))
  test('names no address but the allowed ones', () => expect(checkUrls(build)).toEqual([]))
  test('has pictures that WeChat shows', () => expect(checkPictures(build)).toEqual([]))
  test('declares every private API that it uses', () => expect(checkPrivacy(build)).toEqual([]))
  test('has WXML that WeChat compiles', () => expect(checkWxml(project).problems).toEqual([]))
  test('what covers a page lets no finger through to it', () =>
    expect(readFileSync(join(CLIENT, 'dist/weapp/base.wxml'), 'utf8')).toContain('catchtouchmove="eh"'))
  test('has WXSS that WeChat compiles', () => expect(checkWxss(project).problems).toEqual([]))
})
