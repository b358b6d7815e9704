import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { dirname } from 'node:path'
import { z } from 'zod/mini'
import { engineOf } from './dialect.ts'
import type { MasterKey } from './secrets.ts'

/** A wrong or missing value; the message names the variable and says what it should be. */
export class ConfigError extends Error {}

type RealNameProvider = 'taizhouTong' | 'suFuBan' | 'netId'

const flag = z._default(z.enum(['0', '1']), '0')
/** `base64`, or `2:base64` with the key's version in front; without one it is the first. */
const keyPattern = /^(?:([1-9]\d{0,2}):)?([A-Za-z0-9+/]{43}=)$/
const key = z.string().check(z.regex(keyPattern))
const oldKeys = z.string().check(
  z.refine((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .every((one) => keyPattern.test(one)),
  ),
)
const matching = (pattern: RegExp) => z.string().check(z.regex(pattern))
/** Every variable that the server reads, with what it is for; README.md holds the same table. */
export const variables = {
  HOST: { schema: z._default(matching(/^[\w.:-]+$/), '127.0.0.1'), says: '监听地址' },
  PORT: { schema: z._default(matching(/^\d{1,5}$/), '3000'), says: '端口，0 至 65535' },
  DATABASE_URL: {
    schema: z._default(matching(/^(postgres(ql)?:\/\/.+|(?!.*:\/\/)(?!pglite$).+)$/), 'data/taimintong.db'),
    says: 'SQLite 文件路径，或 postgres://…',
  },
  DATA_KEY: {
    schema: z.optional(key),
    says: '32 字节密钥的 base64，用于个人信息加密；与数据库分开保管（演示环境自动生成）。换过的写上第几版，如 2:…',
  },
  DATA_KEYS_OLD: {
    schema: z.optional(oldKeys),
    says: '还没有换完的旧密钥，逗号分隔，写法同 DATA_KEY；npm run rotate-keys 做完以后去掉',
  },
  DEMO: { schema: flag, says: '1：演示环境，有演示数据与演示登录；不能与 NODE_ENV=production 同用' },
  NODE_ENV: { schema: z.optional(z.string()), says: 'production：正式部署' },
  LOG_LEVEL: {
    schema: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
    says: '日志级别：debug、info、warn、error、silent',
  },
  TRUSTED_PROXIES: {
    schema: z._default(z.string(), ''),
    says: '可信反向代理的地址或网段，逗号分隔；只有它们送来的 X-Forwarded-For 才算数',
  },
  WECHAT_APPID: { schema: z.optional(matching(/^wx[0-9a-f]{16}$/)), says: '小程序 AppID' },
  WECHAT_SECRET: { schema: z.optional(matching(/^.{16,}$/)), says: '小程序 AppSecret' },
  WECHAT_TEMPLATES: {
    schema: z.optional(matching(/^\{[^]*\}$/)),
    says: '订阅消息的模板，JSON：{"activityReminder":{"id":"微信的模板编号","data":{"thing1":"title"}}}；不填则不发',
  },
  WECHAT_PUSH_TOKEN: {
    schema: z.optional(matching(/^[A-Za-z0-9]{3,32}$/)),
    says: '小程序「消息推送」的 Token，3 至 32 个字母或数字；图片的检查结果由它送来',
  },
  WECHAT_PUSH_KEY: {
    schema: z.optional(matching(/^[A-Za-z0-9]{43}$/)),
    says: '「消息推送」安全模式的 EncodingAESKey，43 个字母或数字；明文模式不写',
  },
  PUBLIC_URL: {
    schema: z.optional(matching(/^https:\/\/[^/?#]+$/)),
    says: '从外面访问本系统的地址，https，末尾没有斜线；微信从这里取要检查的图片',
  },
  SMS_URL: {
    // Sign-in codes travel to it.
    schema: z.optional(z.url().check(z.regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/))),
    says: '短信网关地址，https（正式部署必填）',
  },
  SMS_KEY: { schema: z.optional(matching(/^.{16,}$/)), says: '短信网关密钥（正式部署必填）' },
  REAL_NAME_URL: {
    schema: z.optional(z.url().check(z.regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/))),
    says: '实名核验适配器的地址，https；不写就只有窗口登记',
  },
  REAL_NAME_KEY: { schema: z.optional(matching(/^.{16,}$/)), says: '实名核验适配器的密钥，也用来验它的签名' },
  REAL_NAME_PROVIDERS: {
    schema: z._default(
      matching(/^(taizhouTong|suFuBan|netId)(,(taizhouTong|suFuBan|netId))*$/),
      'taizhouTong',
    ),
    says: '适配器接了哪几种，逗号分隔：taizhouTong（泰州通）、suFuBan（苏服办）、netId（网号、网证）',
  },
  FILES_FOLDER: {
    schema: z.optional(z.string()),
    says: '图片存在哪个文件夹，不写时是数据库旁边的 files；写了 S3_URL 就不用',
  },
  S3_URL: {
    schema: z.optional(z.url().check(z.regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/))),
    says: '图片存到 S3 兼容的存储：桶的地址，https',
  },
  S3_REGION: { schema: z._default(matching(/^[\w-]+$/), 'us-east-1'), says: 'S3 存储的区域' },
  S3_ACCESS_KEY: { schema: z.optional(matching(/^.{3,}$/)), says: 'S3 存储的 Access Key' },
  S3_SECRET_KEY: { schema: z.optional(matching(/^.{8,}$/)), says: 'S3 存储的 Secret Key' },
  OPERATOR_NAME: {
    schema: z.optional(z.string().check(z.maxLength(60))),
    says: '运营单位的全称，写在隐私说明和页脚（正式部署应当写；不写时页面说还没有写明）',
  },
  REVIEWER_PHONE: {
    schema: z.optional(matching(/^1[3-9]\d{9}$/)),
    says: '微信审核人员用的手机号（不会发短信，只进演示社区）；不写就没有这种登录',
  },
  REVIEWER_CODE: {
    schema: z.optional(matching(/^\d{10,12}$/)),
    says: '微信审核人员用的验证码，10 至 12 位数字，与 REVIEWER_PHONE 同写',
  },
  REVIEWER_IN_PRODUCTION: { schema: flag, says: '1：正式部署也开审核登录；审核完请去掉' },
  FILING_NUMBER: { schema: z.optional(z.string().check(z.maxLength(60))), says: '页脚的备案号' },
} as const
type Name = keyof typeof variables
type Values = { [K in Name]: z.output<(typeof variables)[K]['schema']> }

const Templates = z.record(
  z.string(),
  z.strictObject({
    id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
    data: z.record(z.string(), z.string()),
  }),
)
/** By the name of a message: WeChat's template, and which of the message's params stands in each of its keys. */
export type WechatTemplates = z.output<typeof Templates>

export type Config = {
  host: string
  port: number
  databaseUrl: string
  dataKey: MasterKey
  oldDataKeys: readonly MasterKey[]
  demo: boolean
  production: boolean
  logLevel: string
  trustedProxies: BlockList
  wechat: { appId: string; secret: string } | null
  wechatTemplates: WechatTemplates
  push: { token: string; aesKey: string | null } | null
  publicUrl: string | null
  sms: { url: string; key: string } | null
  realName: { url: string; key: string; providers: RealNameProvider[] } | null
  files: { folder: string } | { url: string; region: string; accessKey: string; secretKey: string }
  /** Who answers for it, by its full name. */
  operatorName: string | null
  filingNumber: string | null
  reviewer: { phone: string; code: string } | null
}

const wrong = (name: Name, detail = '') =>
  new ConfigError(`环境变量 ${name} 不对${detail && `（${detail}）`}。应为：${variables[name].says}`)
const missing = (name: Name) => new ConfigError(`缺少环境变量 ${name}。应为：${variables[name].says}`)

/** What belongs to a database and is no part of it lies beside it. */
function folderOf(databaseUrl: string) {
  return engineOf(databaseUrl) === 'sqlite' ? dirname(databaseUrl) : 'data'
}
/** The key of a demonstration, made once and kept beside its database. */
function demoKey(databaseUrl: string) {
  const folder = folderOf(databaseUrl)
  const file = `${folder}/demo.key`
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  const text = readFileSync(file, 'utf8').trim()
  if (!key.safeParse(text).success) throw wrong('DATA_KEY', `文件 ${file}`)
  return text
}

function proxies(text: string) {
  const list = new BlockList()
  for (const part of text.split(/[,\s]+/).filter(Boolean)) {
    const [, address = '', prefix] = /^([\d.]+|[\da-f:.]+)(?:\/(\d{1,3}))?$/i.exec(part) ?? []
    const version = isIP(address)
    const longest = version === 6 ? 128 : 32
    const bits = prefix === undefined ? longest : Number(prefix)
    // A prefix of 0 would trust the whole world.
    if (!version || bits < 1 || bits > longest) throw wrong('TRUSTED_PROXIES', part)
    list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

function templatesOf(text: string | undefined): WechatTemplates {
  if (text === undefined) return {}
  try {
    return Templates.parse(JSON.parse(text))
  } catch {
    throw wrong('WECHAT_TEMPLATES')
  }
}

function readValues(env: Record<string, string | undefined>) {
  const values = {} as Record<string, unknown>
  for (const name of Object.keys(variables) as Name[]) {
    const parsed = (variables[name].schema as z.ZodMiniType).safeParse(
      env[name] === '' ? undefined : env[name],
    )
    if (!parsed.success) throw wrong(name)
    values[name] = parsed.data
  }
  return values as Values
}

function masterKey(text: string): MasterKey {
  const [, version = '1', base64 = ''] = keyPattern.exec(text.trim()) ?? []
  return { version: Number(version), key: Buffer.from(base64, 'base64') }
}

/** The current key and the old ones, each with a version of its own, the current one with the highest. */
function dataKeys(current: string, old: string | undefined) {
  const dataKey = masterKey(current)
  const oldDataKeys = old === undefined ? [] : old.split(',').map(masterKey)
  const versions = oldDataKeys.map(({ version }) => version)
  if (new Set(versions).size !== versions.length || versions.some((version) => version >= dataKey.version))
    throw wrong('DATA_KEYS_OLD', '每个密钥的版本不能相同，也不能比 DATA_KEY 新')
  return { dataKey, oldDataKeys }
}

/** @throws ConfigError */
export function readConfig(env: Record<string, string | undefined>): Config {
  const v = readValues(env)
  const demo = v.DEMO === '1'
  const production = v.NODE_ENV === 'production'
  if (demo && production)
    throw new ConfigError('DEMO=1 与 NODE_ENV=production 不能同用：演示登录不得出现在正式环境')
  if (Number(v.PORT) > 65_535) throw wrong('PORT')

  const pair = (first: Name, second: Name) => {
    if (!v[first] !== !v[second]) throw missing(v[first] ? second : first)
  }
  pair('WECHAT_APPID', 'WECHAT_SECRET')
  if (v.WECHAT_PUSH_KEY && !v.WECHAT_PUSH_TOKEN) throw missing('WECHAT_PUSH_TOKEN')
  pair('SMS_URL', 'SMS_KEY')
  pair('REAL_NAME_URL', 'REAL_NAME_KEY')
  pair('S3_URL', 'S3_ACCESS_KEY')
  pair('S3_URL', 'S3_SECRET_KEY')
  pair('REVIEWER_PHONE', 'REVIEWER_CODE')
  // A fixed code in a real deployment is meant, or it is not there.
  if (production && v.REVIEWER_PHONE && v.REVIEWER_IN_PRODUCTION !== '1')
    throw missing('REVIEWER_IN_PRODUCTION')
  // Without a gateway there is no way in, but for a demonstration, which shows its codes.
  if (!demo && !v.SMS_URL) throw missing('SMS_URL')
  if (!demo && !v.DATA_KEY) throw missing('DATA_KEY')
  return {
    host: v.HOST,
    port: Number(v.PORT),
    databaseUrl: v.DATABASE_URL,
    ...dataKeys(v.DATA_KEY ?? demoKey(v.DATABASE_URL), v.DATA_KEYS_OLD),
    demo,
    production,
    logLevel: v.LOG_LEVEL,
    trustedProxies: proxies(v.TRUSTED_PROXIES),
    wechat: v.WECHAT_APPID && v.WECHAT_SECRET ? { appId: v.WECHAT_APPID, secret: v.WECHAT_SECRET } : null,
    wechatTemplates: templatesOf(v.WECHAT_TEMPLATES),
    push: v.WECHAT_PUSH_TOKEN ? { token: v.WECHAT_PUSH_TOKEN, aesKey: v.WECHAT_PUSH_KEY ?? null } : null,
    publicUrl: v.PUBLIC_URL ?? null,
    sms: v.SMS_URL && v.SMS_KEY ? { url: v.SMS_URL, key: v.SMS_KEY } : null,
    realName:
      v.REAL_NAME_URL && v.REAL_NAME_KEY
        ? {
            url: v.REAL_NAME_URL,
            key: v.REAL_NAME_KEY,
            providers: v.REAL_NAME_PROVIDERS.split(',') as RealNameProvider[],
          }
        : null,
    files:
      v.S3_URL && v.S3_ACCESS_KEY && v.S3_SECRET_KEY
        ? { url: v.S3_URL, region: v.S3_REGION, accessKey: v.S3_ACCESS_KEY, secretKey: v.S3_SECRET_KEY }
        : { folder: v.FILES_FOLDER ?? `${folderOf(v.DATABASE_URL)}/files` },
    operatorName: v.OPERATOR_NAME?.trim() || null,
    filingNumber: v.FILING_NUMBER ?? null,
    reviewer: v.REVIEWER_PHONE && v.REVIEWER_CODE ? { phone: v.REVIEWER_PHONE, code: v.REVIEWER_CODE } : null,
  }
}
