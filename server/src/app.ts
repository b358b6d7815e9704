import { api, downloads } from '@tmt/shared/api.ts'
import type { Hono } from 'hono'
import { hearPushes } from './moderation/pushes.ts'
import { helpedActs } from './helped.ts'
import { createHelping } from './helping/helping.ts'
import { makeAnswer } from './platform/answers.ts'
import type { Config } from './platform/config.ts'
import { httpsOnly } from './platform/headers.ts'
import { createHttp, type Env, type WhoIs } from './platform/http.ts'
import type { Log } from './platform/log.ts'
import { openApi } from './platform/openapi.ts'
import { servePages } from './platform/pages.ts'
import { sendAnswer, sendJson } from './platform/replies.ts'
import type { House } from './platform/runner.ts'
import { createDownloads, createRoutes, type RouteParts } from './routes.ts'

export type AppParts = {
  config: Pick<
    Config,
    'demo' | 'production' | 'operatorName' | 'filingNumber' | 'trustedProxies' | 'wechatTemplates'
  >
  house: House
  signIn: Omit<RouteParts, 'demo' | 'operatorName' | 'filingNumber' | 'wechatTemplates' | 'log' | 'storage'>
  storage: RouteParts['storage']
  whoIs: WhoIs
  /** WeChat's pushes; left out where they can't be proved. */
  pushes?: Omit<Parameters<typeof hearPushes>[1], 'log' | 'store'> | undefined
  log: Log
  /** False once the server is on its way out. */
  ready(): Promise<boolean>
  /** The browser build; null serves the API alone. */
  pages: string | null
}

/** The whole product behind one `fetch`: the API, its description, health, and the browser build. */
export function createApp(parts: AppParts): Hono<Env> {
  const { config, log, whoIs } = parts
  const { secrets, revealCode } = parts.signIn
  const house = { ...parts.house, helping: createHelping({ secrets, sends: !revealCode }, helpedActs) }
  const { demo, operatorName, filingNumber, wechatTemplates } = config
  const parted = {
    ...parts.signIn,
    storage: parts.storage,
    log,
    demo,
    operatorName,
    filingNumber,
    wechatTemplates,
  }
  const routes = createRoutes(parted)
  const served = createDownloads(parted)
  const app = createHttp({
    house,
    routes,
    downloads: served,
    whoIs,
    log,
    trustedProxies: config.trustedProxies,
  })

  const described = api.filter((endpoint) => routes.some((route) => route.contract.name === endpoint.name))
  const description = makeAnswer(
    JSON.stringify(openApi([...described, ...downloads], { title: '泰民通', version: '0.1.0' })),
  )
  app.get('/api/openapi.json', (c) => sendAnswer(c, description))
  app.get('/api/health', (c) => sendJson(c, { status: 'ok' }))
  app.get('/api/ready', async (c) => {
    const ready = await parts.ready()
    return sendJson(c, { status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503)
  })
  if (parts.pushes) hearPushes(app, { ...parts.pushes, store: house.store, log })
  if (parts.pages) servePages(app, parts.pages, config.production ? httpsOnly : {})
  return app
}
