import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { zValidator } from '@hono/zod-validator'
import type { Endpoint } from '@tmt/shared/contract.ts'
import { sayIssues } from '@tmt/shared/issues.ts'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod/mini'
import type { Actor } from './actor.ts'
import type { Answer } from './answers.ts'
import { clientAddress } from './client-address.ts'
import type { Route } from './endpoint.ts'
import { apiHeaders, publicCaching } from './headers.ts'
import type { Log } from './log.ts'
import { problem, ProblemError, toProblem } from './problem.ts'
import { RateLimit } from './rate-limit.ts'
import { admit, type House, runCommand, runPublicQuery, runQuery } from './runner.ts'

export type Env = {
  Bindings: { incoming?: IncomingMessage } | undefined
  Variables: { requestId: string; address: string; actor: Actor; started: number }
}
export type WhoIs = (token: string, address: string, now: number) => Promise<Actor | undefined>
export type HttpOptions = {
  house: House
  routes: readonly Route[]
  whoIs: WhoIs
  log: Log
  trustedProxies: BlockList
  /** Commands per minute: by person, and by address for guests, since carriers share addresses. */
  limits?: { person: number; address: number }
}

const MAX_BODY = 64 * 1024
const boot = Math.random().toString(36).slice(2, 8)
let requests = 0
export const newRequestId = () => `${boot}-${(requests += 1).toString(36)}`

/** Of reads that went well one in fifty is logged; everything else always. */
const SAMPLE = 50

function opening(options: HttpOptions): MiddlewareHandler<Env> {
  const { log, trustedProxies, house } = options
  return async (c, next) => {
    const requestId = newRequestId()
    const started = performance.now()
    c.set('requestId', requestId)
    const socket = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1'
    c.set('address', clientAddress(socket, c.req.header('x-forwarded-for'), trustedProxies))
    c.set('actor', { personId: null, sessionId: null, roles: [], address: c.get('address') })
    await next()
    c.header('X-Request-Id', requestId)
    const { status } = c.res
    if (c.req.method === 'GET' && status < 400 && requests % SAMPLE !== 0) return
    const ms = Math.round((performance.now() - started) * 10) / 10
    log.info({ requestId, method: c.req.method, route: c.req.routePath, status, ms, at: house.now() })
  }
}

export function sendAnswer(c: Context, { body, etag }: Answer) {
  const headers = { ...apiHeaders, ETag: etag, 'Cache-Control': publicCaching }
  const known = c.req.header('if-none-match')
  if (known?.split(/,\s*/).some((tag) => tag === etag || tag === `W/${etag}` || tag === '*'))
    return c.body(null, 304, headers)
  return c.body(new Uint8Array(body), 200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' })
}
function sendJson(c: Context, value: unknown) {
  return c.body(JSON.stringify(value), 200, {
    ...apiHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}
export function sendProblem(c: Context, error: unknown, requestId: string) {
  const body = toProblem(error, requestId)
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode, {
    ...apiHeaders,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(body.retryAfter && { 'Retry-After': String(body.retryAfter) }),
  })
}

const requireJson: MiddlewareHandler<Env> = async (c, next) => {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw problem('wrongContentType')
  await next()
}
const limitBody = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw problem('tooLarge')
  },
})
function check(target: 'param' | 'query' | 'json', schema: z.ZodMiniType) {
  return zValidator(target, schema, (result) => {
    if (!result.success) throw problem('invalidInput', { fields: sayIssues(result.error.issues) })
  }) as unknown as MiddlewareHandler<Env>
}

function validators(contract: Endpoint): MiddlewareHandler<Env>[] {
  const { param, query } = contract as { param?: z.ZodMiniType; query?: z.ZodMiniType }
  const body = contract.kind === 'command' ? contract.body : undefined
  return [
    ...(param ? [check('param', param)] : []),
    ...(query ? [check('query', query)] : []),
    ...(body ? [requireJson, limitBody, check('json', body)] : []),
  ]
}
const partsOf = (contract: Endpoint) =>
  (['param', 'query', 'json'] as const).filter((part) =>
    part === 'json' ? 'body' in contract && contract.body : part in contract,
  )

function addRoute(app: Hono<Env>, route: Route, options: HttpOptions) {
  const { house, whoIs, limits = { person: 120, address: 600 } } = options
  const { contract } = route
  const byPerson = new RateLimit(limits.person, 60_000)
  const byAddress = new RateLimit(limits.address, 60_000)
  const parts = partsOf(contract)
  // A shared answer must not depend on who asks: nobody is looked up.
  const shared = contract.kind === 'query' && contract.audience === 'public'

  const who: MiddlewareHandler<Env> = async (c, next) => {
    const token = /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1]
    const actor = token && !shared ? await whoIs(token, c.get('address'), house.now()) : undefined
    if (actor) c.set('actor', actor)
    admit(contract, c.get('actor'))
    if (contract.kind === 'command') {
      const { personId, address } = c.get('actor')
      const wait = personId ? byPerson.take(personId, house.now()) : byAddress.take(address, house.now())
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
    }
    await next()
  }
  const fromCache: MiddlewareHandler<Env> = async (c, next) => {
    const kept = shared ? house.answers.find(urlOf(c), house.now()) : undefined
    return kept ? sendAnswer(c, kept) : next()
  }
  const run = async (c: Context<Env>) => {
    const input = Object.assign({}, ...parts.map((part) => c.req.valid(part as never) as object)) as unknown
    const idempotencyKey = c.req.header('idempotency-key')
    const request = { id: c.get('requestId'), url: urlOf(c), idempotencyKey: goodKey(idempotencyKey) }
    if ('performed' in route)
      return sendJson(c, await runCommand(route, input, c.get('actor'), request, house))
    if (shared) return sendAnswer(c, await runPublicQuery(route, input, c.get('actor'), request, house))
    return sendJson(c, await runQuery(route, input, c.get('actor'), request, house))
  }
  app.on(contract.method.toUpperCase(), `/api${contract.path}`, fromCache, who, ...validators(contract), run)
}
const urlOf = (c: Context) => c.req.url.slice(c.req.url.indexOf('/', 8))
const goodKey = (key: string | undefined) => (key && /^[\w-]{16,80}$/.test(key) ? key : undefined)

/** The API under `/api`; every failure is a problem document. */
export function createHttp(options: HttpOptions) {
  const { routes, log } = options
  const app = new Hono<Env>()
  app.use('/api/*', opening(options))
  for (const route of routes) addRoute(app, route, options)

  const paths = new Set(routes.map(({ contract }) => `/api${contract.path}`))
  for (const path of paths) {
    const allowed = routes
      .filter(({ contract }) => `/api${contract.path}` === path)
      .map((r) => r.contract.method.toUpperCase())
    app.all(path, (c) => {
      c.header('Allow', allowed.join(', '))
      throw problem('methodNotAllowed')
    })
  }
  app.onError((error, c) => {
    const requestId = c.get('requestId') ?? newRequestId()
    const told = error instanceof HTTPException && error.status === 400 ? problem('malformed') : error
    if (!(told instanceof ProblemError)) log.error({ requestId, err: told }, 'request failed')
    return sendProblem(c, told, requestId)
  })
  return app
}
