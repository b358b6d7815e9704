import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { api } from '../shared/src/api.ts'
import { Category, Residency, SignupStatus, Status } from '../shared/src/activities/contract.ts'
import { DivisionKind, Level } from '../shared/src/divisions/contract.ts'
import { Kind, NoticeStatus } from '../shared/src/notices/contract.ts'
import { Role } from '../shared/src/people/contract.ts'
import { variables } from '../server/src/platform/config.ts'
import { at } from './lib/paths.mjs'

/** @param {string} file */
const read = (file) => readFileSync(at(file), 'utf8')
/** The cells of every table row of a document. @param {string} text */
const rows = (text) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

describe('README.md', () => {
  const table = rows(read('README.md')).filter(([name]) => /^`[A-Z0-9_]+`$/.test(name ?? ''))

  test('its table names every variable of the server, and no other', () => {
    expect(table.map(([name]) => name)).toEqual(Object.keys(variables).map((name) => `\`${name}\``))
  })

  test.each(Object.entries(variables))('it says what the server says of %s', (name, { says, schema }) => {
    const [, meaning, otherwise] = table.find(([cell]) => cell === `\`${name}\``) ?? []
    expect(meaning).toBe(says)
    const parsed = schema.safeParse(undefined)
    const usual = parsed.success && parsed.data ? `\`${parsed.data}\`` : ''
    expect(otherwise).toBe(usual)
  })

  test('the commands, files and pictures that it names exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const commands = [...read('README.md').matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(commands.length).toBeGreaterThan(5)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
    const linked = [...read('README.md').matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, file = '']) => file)
    expect(linked.length).toBeGreaterThan(3)
    expect(linked.filter((file) => !existsSync(at(file)))).toEqual([])
  })

  test('so do the folders and files that it writes about, but for those that running makes', () => {
    const made = /^(data|client\/dist|node_modules)(\/|$)/
    const named = [...read('README.md').matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, path = '']) => path)
    const checked = named.filter((path) => !made.test(path))
    expect(checked.length).toBeGreaterThan(0)
    expect(checked.filter((path) => !existsSync(at(path)))).toEqual([])
  })
})

test('docs/decisions.md says of every library why it is here', () => {
  const decisions = read('docs/decisions.md')
  const names = ['.', 'shared', 'server', 'client', 'e2e'].flatMap((folder) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${folder}/package.json`))
    return Object.keys({ ...dependencies, ...devDependencies })
  })
  const said = (/** @type {string} */ name) =>
    decisions.includes(name.startsWith('@tarojs/') ? '@tarojs/*' : name)
  expect(names.filter((name) => !name.startsWith('@tmt/') && !said(name))).toEqual([])
})

describe('GLOSSARY.md', () => {
  const words = rows(read('GLOSSARY.md')).map(([, identifier]) => identifier ?? '')
  const known = new Set(words.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word)))

  test.each(
    Object.entries({
      Category,
      Residency,
      SignupStatus,
      Status,
      DivisionKind,
      Level,
      Role,
      Kind,
      NoticeStatus,
    }),
  )('every value of %s is there', (_name, schema) => {
    expect(
      schema.def.entries && Object.keys(schema.def.entries).filter((value) => !known.has(value)),
    ).toEqual([])
  })

  test('every feature of the API is there', () => {
    const features = new Set(api.map(({ name }) => name.split('.')[0]))
    expect([...features].filter((feature) => !known.has(feature))).toEqual([])
  })

  test('no identifier stands for two things', () => {
    const all = words.filter((cell) => cell.startsWith('`'))
    expect(all.filter((cell, i) => all.indexOf(cell) !== i)).toEqual([])
  })
})
