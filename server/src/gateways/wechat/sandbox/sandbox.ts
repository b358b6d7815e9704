import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addAdminRoutes } from './admin-routes.ts'
import { addContentRoutes } from './content-routes.ts'
import { createCodes, readDemoLogin, readDemoPhone } from './codes.ts'
import { createFaults } from './faults.ts'
import { listen, type Listening } from '../../listen.ts'
import { createSubscriptions } from './subscriptions.ts'
import { createPictures, type PushTarget } from './pictures.ts'
import { createTokens } from './tokens.ts'
import { addWechatRoutes } from './wechat-routes.ts'

export type App = { appId: string; secret: string }
/** The mini-program that a sandbox knows when it is told of no other. */
export const demoApp: App = { appId: 'wxdemo0000000000', secret: 'demo-secret' }

export type SeedCodes = {
  login?: { code: string; openid: string; unionid?: string }[]
  phone?: { code: string; openid: string; phone: string }[]
}
export type SandboxOptions = {
  /** Epoch milliseconds. */
  now?: () => number
  /** Codes good from the start, for the first app. */
  seedCodes?: SeedCodes
  apps?: [App, ...App[]]
  /** How late the fault `slow` answers. */
  slowMs?: number
  /** Subscribe message templates of the mini-program by id, each with its keys: `{ t1: ['thing1', 'time2'] }`. */
  templates?: Readonly<Record<string, readonly string[]>>
  /** How it fetches pictures and sends pushes, and how long it waits before it sends one again. */
  outward?: { fetch?: typeof fetch; retryMs?: number }
}
export type Sandbox = {
  app: Hono
  /** Asks the sandbox without a port: `createWechat({ ...demoApp, fetch: sandbox.fetch })`. */
  fetch: typeof fetch
  /** Where verdicts on pictures are pushed to; until it is told, they are not. */
  pushTo: (target: PushTarget) => void
  /** Resolves once every push was taken or given up. */
  settled: () => Promise<void>
  /** On 127.0.0.1; port 0, the default, takes a free one. */
  listen: (options?: { port?: number }) => Promise<Listening>
}

/**
 * Behaves as WeChat's login, phone number, access token, subscribe message and content check endpoints are documented to, for tests and
 * demonstrations. It also takes, once each, codes that nobody issued: `demo-login-<openid part>-<nonce>`
 * (the user `demo-openid-<openid part>`) and `demo-phone-<11 digits>-<nonce>`, openid part of letters, digits
 * and `_`. Under `/sandbox` it issues codes and injects faults. Everything is in memory and bounded.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const {
    now = Date.now,
    seedCodes = {},
    apps = [demoApp],
    slowMs = 15_000,
    templates = {},
    outward = {},
  } = options
  const parts = {
    now,
    apps: new Map(apps.map(({ appId, secret }) => [appId, secret])),
    loginCodes: createCodes(now, readDemoLogin),
    phoneCodes: createCodes(now, readDemoPhone),
    tokens: createTokens(now),
    faults: createFaults(slowMs),
    subscriptions: createSubscriptions(templates),
    pictures: createPictures(),
    push: {
      target: null as PushTarget | null,
      fetch: outward.fetch ?? fetch,
      retryMs: outward.retryMs ?? 5000,
    },
  }
  const [{ appId }] = apps
  for (const { code, ...user } of seedCodes.login ?? []) parts.loginCodes.issue(appId, user, code)
  for (const { code, ...user } of seedCodes.phone ?? []) {
    parts.phoneCodes.issue(appId, { ...user, countryCode: 86 }, code)
  }

  const app = new Hono()
  app.use(bodyLimit({ maxSize: 64 * 1024 }))
  addWechatRoutes(app, parts)
  addContentRoutes(app, parts)
  addAdminRoutes(app, parts)
  return {
    app,
    fetch: async (input, init) => app.fetch(new Request(input, init)),
    pushTo(target) {
      parts.push.target = target
    },
    settled: () => parts.pictures.settled(),
    listen: ({ port = 0 } = {}) => listen(app, port),
  }
}
