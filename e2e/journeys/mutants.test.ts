import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, startCity } from '../rooms/city.ts'
import { newcomersStory } from '../rooms/newcomer.ts'
import { copyOfBuild, Phone } from '../rooms/phone.ts'

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.stop())

const DETAIL = 'activities/pages/detail/index.js'
const first = (text: string) => (source: string) => text + source

/** One thing wrong with the build, and how the newcomer's story ends by it. */
const mutants = [
  {
    name: 'a handler is gone',
    file: DETAIL,
    change: (source: string) => source.replace(/onClick:\(\)=>(?=\w+\?\w+\(\w+\):)/, 'onClack:()=>'),
    ends: /waited 10 s for the page people\/pages\/sign-in\/index/,
  },
  {
    name: 'a handler of the templates is gone',
    file: 'base.wxml',
    change: (source: string) => source.replaceAll(' bindtap="eh"', ''),
    ends: /waited 10 s for the page divisions\/pages\/pick\/index/,
  },
  {
    name: 'an import leads nowhere',
    file: DETAIL,
    change: (source: string) => source.replace('../../sub-vendors.js', '../../gone.js'),
    ends: /module 'activities\/gone\.js' is not defined/,
  },
  {
    name: 'a colour is another one',
    file: 'app-origin.wxss',
    change: (source: string) => source.replace('--river:#0b6b66', '--river:#9fd8d4'),
    ends: /to be greater than or equal to 4\.5/,
  },
  {
    name: 'an API that WeChat does not have',
    file: DETAIL,
    change: first('setTimeout(function(){wx.fetch({})},0);'),
    ends: /wx\.fetch is not in the e2e host/,
  },
  {
    name: 'the window of a browser',
    file: DETAIL,
    change: first('window.innerWidth;'),
    ends: /window is not defined/,
  },
  {
    name: 'the window of another realm',
    file: 'tabs/home/index.js',
    change: first('setTimeout.constructor("return window")().innerWidth;'),
    ends: /Code generation from strings disallowed/,
  },
]

/** How the story failed, with whatever the mini-program threw. `resident.test.ts` shows that all goes well without. */
async function ending(openid: string, number: number, project: string) {
  const owner = { openid, phone: `1990001${String(number).padStart(4, '0')}` }
  let phone: Phone | undefined
  try {
    phone = await Phone.open({ city, owner, project, pictures: false })
    await newcomersStory(phone)
    return phone.exceptions.join('\n')
  } catch (error) {
    return [(error as Error).message, ...(phone?.exceptions ?? [])].join('\n')
  } finally {
    await phone?.close()
  }
}

test.concurrent.each(mutants)('$name: the journey fails', async ({ file, change, ends, name }) => {
  const folder = copyOfBuild()
  const path = join(folder, 'dist/weapp', file)
  const source = readFileSync(path, 'utf8')
  const changed = change(source)
  expect(changed, `${file} is as before: this mutant has to follow the build`).not.toBe(source)
  writeFileSync(path, changed)
  const number = mutants.findIndex((mutant) => mutant.name === name)
  expect(await ending(`mutant${number}`, number, folder)).toMatch(ends)
})
