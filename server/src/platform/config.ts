import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { dirname } from 'node:path'
import { z } from 'zod/mini'

/** A wrong or missing value; the message names the variable and says what it should be. */
export class ConfigError extends Error {}

const flag = z._default(z.enum(['0', '1']), '0')
/** Every variable that the server reads, with what it is for; README.md holds the same table. */
export const variables = {
  HOST: { schema: z._default(z.string().check(z.minLength(1)), '127.0.0.1'), says: '监听地址' },
  PORT: { schema: z._default(z.string().check(z.regex(/^\d{1,5}$/)), '3000'), says: '端口,0 至 65535' },
  DATABASE_URL: {
    schema: z._default(z.string().check(z.minLength(1)), 'data/taimintong.db'),
    says: 'SQLite 文件路径,或 postgres://…',
  },
  DATA_KEY: {
    schema: z.optional(z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))),
    says: '32 字节密钥的 base64,用于个人信息加密;与数据库分开保管(演示环境自动生成)',
  },
  DEMO: { schema: flag, says: '1:演示环境,有演示数据与演示登录;不能与 NODE_ENV=production 同用' },
  NODE_ENV: { schema: z.optional(z.string()), says: 'production:正式部署' },
  LOG_LEVEL: {
    schema: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
    says: '日志级别:debug、info、warn、error、silent',
  },
  TRUSTED_PROXIES: {
    schema: z._default(z.string(), ''),
    says: '可信反向代理的地址或网段,逗号分隔;只有它们送来的 X-Forwarded-For 才算数',
  },
  WECHAT_APPID: { schema: z.optional(z.string().check(z.regex(/^wx[0-9a-f]{16}$/))), says: '小程序 AppID' },
  WECHAT_SECRET: { schema: z.optional(z.string().check(z.minLength(16))), says: '小程序 AppSecret' },
  SMS_URL: { schema: z.optional(z.url()), says: '短信网关地址(正式部署必填)' },
  SMS_KEY: { schema: z.optional(z.string().check(z.minLength(16))), says: '短信网关密钥(正式部署必填)' },
  FILING_NUMBER: { schema: z.optional(z.string().check(z.maxLength(60))), says: '页脚的备案号' },
} as const
type Values = { [K in keyof typeof variables]: z.output<(typeof variables)[K]['schema']> }

export type Config = {
  host: string
  port: number
  databaseUrl: string
  dataKey: Buffer
  demo: boolean
  production: boolean
  logLevel: string
  trustedProxies: BlockList
  wechat: { appId: string; secret: string } | null
  sms: { url: string; key: string } | null
  filingNumber: string | null
}

/** The key of a demonstration, made once and kept beside its database. */
function demoKey(file: string) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

function blockList(text: string) {
  const list = new BlockList()
  for (const part of text
    .split(',')
    .map((p) => p.trim())
    .filter(Boolean)) {
    const [address = '', prefix] = part.split('/')
    const version = isIP(address)
    const bits = Number(prefix ?? (version === 6 ? 128 : 32))
    if (!version || !Number.isInteger(bits) || bits < 0 || bits > (version === 6 ? 128 : 32))
      throw new ConfigError(`TRUSTED_PROXIES 不对:${part}。应为:${variables.TRUSTED_PROXIES.says}`)
    list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/** @throws ConfigError */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values = {} as Record<string, unknown>
  for (const [name, { schema, says }] of Object.entries(variables)) {
    const parsed = (schema as z.ZodMiniType).safeParse(env[name] === '' ? undefined : env[name])
    if (!parsed.success) throw new ConfigError(`环境变量 ${name} 不对。应为:${says}`)
    values[name] = parsed.data
  }
  const v = values as Values
  const demo = v.DEMO === '1'
  const production = v.NODE_ENV === 'production'
  const need = (name: keyof Values) => {
    const value = v[name]
    if (value === undefined) throw new ConfigError(`缺少环境变量 ${name}。应为:${variables[name].says}`)
    return value
  }
  if (demo && production)
    throw new ConfigError('DEMO=1 与 NODE_ENV=production 不能同用:演示登录不得出现在正式环境')
  if (Number(v.PORT) > 65_535) throw new ConfigError(`环境变量 PORT 不对。应为:${variables.PORT.says}`)
  if (!v.WECHAT_APPID !== !v.WECHAT_SECRET) need(v.WECHAT_APPID ? 'WECHAT_SECRET' : 'WECHAT_APPID')
  if (!v.SMS_URL !== !v.SMS_KEY || (!demo && !v.SMS_URL)) need(v.SMS_URL ? 'SMS_KEY' : 'SMS_URL')
  const keyFile = v.DATABASE_URL.includes('://') ? 'data/demo.key' : `${dirname(v.DATABASE_URL)}/demo.key`
  const dataKey = v.DATA_KEY ?? (demo ? demoKey(keyFile) : need('DATA_KEY'))
  return {
    host: v.HOST,
    port: Number(v.PORT),
    databaseUrl: v.DATABASE_URL,
    dataKey: Buffer.from(dataKey, 'base64'),
    demo,
    production,
    logLevel: v.LOG_LEVEL,
    trustedProxies: blockList(v.TRUSTED_PROXIES),
    wechat: v.WECHAT_APPID && v.WECHAT_SECRET ? { appId: v.WECHAT_APPID, secret: v.WECHAT_SECRET } : null,
    sms: v.SMS_URL && v.SMS_KEY ? { url: v.SMS_URL, key: v.SMS_KEY } : null,
    filingNumber: v.FILING_NUMBER ?? null,
  }
}
