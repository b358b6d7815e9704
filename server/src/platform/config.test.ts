import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig, variables } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'taimintong-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const key = Buffer.alloc(32, 1).toString('base64')
const deployed = { DATA_KEY: key, SMS_URL: 'https://sms.example/send', SMS_KEY: 'k'.repeat(16) }
const demo = { DEMO: '1', DATABASE_URL: join(folder, 'city.db') }

test('a deployment needs three values, and listens on this machine alone unless told otherwise', () => {
  expect(readConfig(deployed)).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: 'data/taimintong.db',
    demo: false,
    production: false,
    logLevel: 'info',
    wechat: null,
    sms: { url: 'https://sms.example/send' },
    operatorName: null,
    filingNumber: null,
  })
  expect(readConfig(deployed).dataKey).toEqual({ version: 1, key: Buffer.alloc(32, 1) })
  expect(readConfig({ ...deployed, NODE_ENV: 'production' }).production).toBe(true)
})

test.each(['DATA_KEY', 'SMS_URL', 'SMS_KEY'] as const)('%s missing is said by name', (name) => {
  const { [name]: _, ...rest } = deployed
  expect(() => readConfig(rest)).toThrow(ConfigError)
  expect(() => readConfig(rest)).toThrow(name)
  // An empty value is a missing one.
  expect(() => readConfig({ ...deployed, [name]: '' })).toThrow(name)
})

test.each([
  ['HOST', 'one two'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '3000x'],
  ['DATABASE_URL', 'mysql://127.0.0.1/city'],
  ['DATABASE_URL', 'pglite'],
  ['DATA_KEY', 'c2hvcnQ='],
  ['DATA_KEY', Buffer.alloc(33).toString('base64')],
  ['DATA_KEY', `0:${key}`],
  ['DATA_KEYS_OLD', 'c2hvcnQ='],
  // Of the same version as the current one.
  ['DATA_KEYS_OLD', key],
  ['DATA_KEYS_OLD', `1:${key},`],
  ['REAL_NAME_URL', 'http://id.example/'],
  ['REAL_NAME_KEY', 'short'],
  ['REAL_NAME_PROVIDERS', 'taizhouTong,wechat'],
  ['DEMO', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['TRUSTED_PROXIES', 'proxy.example'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/9'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', 'fd00::/129'],
  ['WECHAT_APPID', 'wx123'],
  ['WECHAT_SECRET', 'short'],
  ['WECHAT_TEMPLATES', 'activityReminder'],
  ['WECHAT_TEMPLATES', '{"activityReminder": }'],
  ['WECHAT_TEMPLATES', '{"activityReminder": "id"}'],
  ['WECHAT_TEMPLATES', '{"activityReminder": {"id": "two words", "data": {}}}'],
  ['WECHAT_PUSH_TOKEN', 'no'],
  ['WECHAT_PUSH_KEY', 'short'],
  ['PUBLIC_URL', 'http://city.example'],
  ['PUBLIC_URL', 'https://city.example/'],
  ['SMS_URL', 'sms.example'],
  ['SMS_URL', 'http://sms.example/send'],
  ['SMS_URL', 'http://127.0.0.1.evil.example/'],
  ['SMS_KEY', 'short'],
  ['S3_URL', 'http://s3.example/bucket'],
  ['S3_REGION', 'two words'],
  ['S3_ACCESS_KEY', 'x'],
  ['S3_SECRET_KEY', 'short'],
  ['OPERATOR_NAME', '长'.repeat(61)],
  ['REVIEWER_PHONE', '12345'],
  ['REVIEWER_CODE', '123456'],
  ['REVIEWER_IN_PRODUCTION', 'yes'],
  ['FILING_NUMBER', '长'.repeat(61)],
])('%s=%s is refused by name, with what it should be, and without the value of a secret', (name, value) => {
  const wechat = { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 's'.repeat(32) }
  let said = ''
  try {
    readConfig({ ...deployed, ...wechat, [name]: value })
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    said = (error as Error).message
  }
  expect(said).toContain(name)
  expect(said).toContain(variables[name as keyof typeof variables].says)
  if (/KEY|SECRET/.test(name)) expect(said).not.toContain(value)
})

test('NODE_ENV and FILES_FOLDER may say anything; every other variable has a value above that is refused', () => {
  const tried = new Set([
    'NODE_ENV',
    'FILES_FOLDER',
    'HOST',
    'PORT',
    'DATABASE_URL',
    'DATA_KEY',
    'DEMO',
    'LOG_LEVEL',
  ])
  for (const name of [
    'TRUSTED_PROXIES',
    'WECHAT_APPID',
    'WECHAT_SECRET',
    'WECHAT_TEMPLATES',
    'WECHAT_PUSH_TOKEN',
    'WECHAT_PUSH_KEY',
    'PUBLIC_URL',
    'SMS_URL',
    'SMS_KEY',
    'DATA_KEYS_OLD',
    'REAL_NAME_URL',
    'REAL_NAME_KEY',
    'REAL_NAME_PROVIDERS',
    'S3_URL',
    'S3_REGION',
    'S3_ACCESS_KEY',
    'S3_SECRET_KEY',
    'OPERATOR_NAME',
    'FILING_NUMBER',
    'REVIEWER_PHONE',
    'REVIEWER_CODE',
    'REVIEWER_IN_PRODUCTION',
  ])
    tried.add(name)
  expect(new Set(Object.keys(variables))).toEqual(tried)
})

test.each([
  ['WECHAT_APPID', 'WECHAT_SECRET', 'wx0123456789abcdef'],
  ['WECHAT_SECRET', 'WECHAT_APPID', 's'.repeat(32)],
  ['REAL_NAME_URL', 'REAL_NAME_KEY', 'https://id.example/'],
  ['REAL_NAME_KEY', 'REAL_NAME_URL', 'k'.repeat(16)],
  ['REVIEWER_PHONE', 'REVIEWER_CODE', '19900009999'],
  ['REVIEWER_CODE', 'REVIEWER_PHONE', '0123456789'],
])('%s alone asks for %s', (name, other, value) => {
  expect(() => readConfig({ ...deployed, [name]: value })).toThrow(`缺少环境变量 ${other}`)
})

test('keys bear versions: the current one the highest, the old ones each another', () => {
  const old = Buffer.alloc(32, 2).toString('base64')
  const older = Buffer.alloc(32, 3).toString('base64')
  const config = readConfig({ ...deployed, DATA_KEY: `3:${key}`, DATA_KEYS_OLD: `2:${old}, ${older}` })
  expect(config.dataKey).toEqual({ version: 3, key: Buffer.alloc(32, 1) })
  expect(config.oldDataKeys).toEqual([
    { version: 2, key: Buffer.alloc(32, 2) },
    { version: 1, key: Buffer.alloc(32, 3) },
  ])
  for (const DATA_KEYS_OLD of [`4:${old}`, `2:${old},2:${older}`])
    expect(() => readConfig({ ...deployed, DATA_KEY: `3:${key}`, DATA_KEYS_OLD })).toThrow('DATA_KEYS_OLD')
})

test('the operator is who is named; spaces alone are nobody', () => {
  expect(readConfig({ ...deployed, OPERATOR_NAME: ' 演示单位 ' }).operatorName).toBe('演示单位')
  expect(readConfig({ ...deployed, OPERATOR_NAME: '  ' }).operatorName).toBeNull()
})

test('names are verified online by what the adapter offers, or at the counter alone', () => {
  expect(readConfig(deployed).realName).toBeNull()
  const given = { REAL_NAME_URL: 'https://id.example/', REAL_NAME_KEY: 'k'.repeat(16) }
  expect(readConfig({ ...deployed, ...given }).realName).toMatchObject({ providers: ['taizhouTong'] })
  const two = { ...deployed, ...given, REAL_NAME_PROVIDERS: 'suFuBan,netId' }
  expect(readConfig(two).realName).toMatchObject({ providers: ['suFuBan', 'netId'] })
})

test('the reviewer’s sign-in is off unless both values are there, and in production unless it is meant', () => {
  const reviewer = { REVIEWER_PHONE: '19900009999', REVIEWER_CODE: '0123456789' }
  const production = { ...deployed, ...reviewer, NODE_ENV: 'production' }
  expect(readConfig(deployed).reviewer).toBeNull()
  expect(readConfig({ ...deployed, ...reviewer }).reviewer).toEqual({
    phone: '19900009999',
    code: '0123456789',
  })
  expect(() => readConfig(production)).toThrow('REVIEWER_IN_PRODUCTION')
  expect(readConfig({ ...production, REVIEWER_IN_PRODUCTION: '1' }).reviewer).not.toBeNull()
})

describe('a demonstration', () => {
  test('never runs in production', () => {
    expect(() => readConfig({ ...demo, NODE_ENV: 'production' })).toThrow(/DEMO=1.*NODE_ENV=production/)
    expect(() => readConfig({ ...deployed, DEMO: '1', NODE_ENV: 'production' })).toThrow('DEMO=1')
  })
  test('needs nothing, and makes a key that stays, for its owner alone', () => {
    const first = readConfig(demo)
    expect(first).toMatchObject({ demo: true, sms: null, wechat: null })
    expect(first.dataKey.key).toHaveLength(32)
    expect(readConfig(demo).dataKey).toEqual(first.dataKey)
    const file = join(folder, 'demo.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toEqual(first.dataKey.key)
  })
  test('takes the key that it is given before the one in the file', () => {
    expect(readConfig({ ...demo, DATA_KEY: key }).dataKey.key).toEqual(Buffer.alloc(32, 1))
  })
  test('says which file holds a key that is none', () => {
    const file = join(folder, 'demo.key')
    chmodSync(file, 0o600)
    writeFileSync(file, 'not a key')
    expect(() => readConfig(demo)).toThrow(/DATA_KEY.*demo\.key/)
  })
})

test('trusted proxies may be addresses and networks of both kinds', () => {
  const { trustedProxies } = readConfig({
    ...deployed,
    TRUSTED_PROXIES: '127.0.0.1, 10.1.0.0/16 ,fd00::/8,::1',
  })
  const trusts = (address: string, kind: 'ipv4' | 'ipv6' = 'ipv4') => trustedProxies.check(address, kind)
  expect(['127.0.0.1', '10.1.255.1'].map((a) => trusts(a))).toEqual([true, true])
  expect(['fd12::1', '::1'].map((a) => trusts(a, 'ipv6'))).toEqual([true, true])
  expect(['127.0.0.2', '10.2.0.1'].map((a) => trusts(a))).toEqual([false, false])
  expect(trusts('2001:db8::1', 'ipv6')).toBe(false)
})

test('pictures lie beside the database, unless another folder or a bucket is named', () => {
  expect(readConfig(deployed).files).toEqual({ folder: 'data/files' })
  expect(readConfig({ ...deployed, DATABASE_URL: 'postgres://127.0.0.1/city' }).files).toEqual({
    folder: 'data/files',
  })
  expect(readConfig({ ...deployed, FILES_FOLDER: 'elsewhere' }).files).toEqual({ folder: 'elsewhere' })
  const bucket = {
    S3_URL: 'https://s3.example/bucket',
    S3_ACCESS_KEY: 'access',
    S3_SECRET_KEY: 'secret-of-it',
  }
  expect(readConfig({ ...deployed, ...bucket }).files).toEqual({
    url: bucket.S3_URL,
    region: 'us-east-1',
    accessKey: 'access',
    secretKey: 'secret-of-it',
  })
  for (const name of Object.keys(bucket)) {
    expect(() => readConfig({ ...deployed, ...bucket, [name]: '' })).toThrow(ConfigError)
  }
})
