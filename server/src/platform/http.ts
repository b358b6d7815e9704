import type { IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { Actor } from './actor.ts'
import { clientAddress, networkOf } from './client-address.ts'
import type { DownloadRoute, Route } from './endpoint.ts'
import { inputChecks, inputReader, wholeReader } from './input.ts'
import type { Log } from './log.ts'
import { problem, ProblemError } from './problem.ts'
import { RateLimit } from './rate-limit.ts'
import { sendAnswer, sendBytes, sendJson, sendProblem } from './replies.ts'
import {
  admit,
  type House,
  noteTurnedAway,
  type Request,
  runCommand,
  runPublicQuery,
  runQuery,
} from './runner.ts'

export type Env = {
  Bindings: { incoming?: IncomingMessage } | undefined
  Variables: { requestId: string; address: string; actor: Actor }
}
export type WhoIs = (token: string, address: string, now: number) => Promise<Actor | undefined>
export type HttpOptions = {
  house: House
  routes: readonly Route[]
  downloads?: readonly DownloadRoute[]
  whoIs: WhoIs
  log: Log
  trustedProxies: BlockList
  /**
   * Calls of one command in a minute: by one person, and by all guests at one address, which carriers let
   * many share. Guests' commands are those that sign in and send messages.
   */
  limits?: { person: number; address: number }
}

const boot = Math.random().toString(36).slice(2, 8)
let requests = 0
export const newRequestId = () => `${boot}-${(requests += 1).toString(36)}`

/** Of reads that went well one in fifty is logged; everything else always. */
const SAMPLE = 50

function opening({ log, trustedProxies }: HttpOptions): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = newRequestId()
    const sampled = requests % SAMPLE === 0
    const started = performance.now()
    const incoming = c.env?.incoming
    // Without a socket the request was made in this process. A socket that is gone has no address to trust.
    const socket = incoming ? (incoming.socket.remoteAddress ?? '') : '127.0.0.1'
    const address = clientAddress(socket, c.req.header('x-forwarded-for'), trustedProxies)
    c.set('requestId', requestId)
    c.set('address', address)
    c.set('actor', { personId: null, sessionId: null, roles: [], address })
    // Before there is an answer: a header that is added later makes Hono copy the whole answer as a stream.
    c.header('X-Request-Id', requestId)
    await next()
    const { method } = c.req
    const { status } = c.res
    if (method === 'GET' && status < 400 && !sampled) return
    const ms = Math.round((performance.now() - started) * 10) / 10
    // The route's pattern, not the address: that may name a person.
    log.info({ requestId, method, route: routePath(c), status, ms })
  }
}

function addRoute(app: Hono<Env>, route: Route, options: HttpOptions) {
  const { house, whoIs, limits = { person: 120, address: 120 } } = options
  const { contract } = route
  const byPerson = new RateLimit(limits.person, 60_000)
  const byAddress = new RateLimit(limits.address, 60_000)
  const read = wholeReader(contract)
  // A shared answer must not depend on who asks: nobody is looked up.
  const shared = contract.kind === 'query' && contract.audience === 'public'
  if (shared && contract.by !== 'guest') throw new Error(`${contract.name}: what is public is for guests too`)

  const fromCache: MiddlewareHandler<Env> = async (c, next) => {
    const kept = house.answers.find(urlOf(c), house.now())
    return kept ? sendAnswer(c, kept) : next()
  }
  const who: MiddlewareHandler<Env> = async (c, next) => {
    const token = /^Bearer ([\w-]{20,100})$/.exec(c.req.header('authorization') ?? '')?.[1]
    const actor = token && (await whoIs(token, c.get('address'), house.now()))
    if (actor) c.set('actor', actor)
    try {
      admit(contract, c.get('actor'))
    } catch (error) {
      const { personId } = c.get('actor')
      // As often as one may call, so that nobody fills the log.
      if (personId && byPerson.take(personId, house.now()) === 0)
        await noteTurnedAway(contract, c.get('actor'), requestOf(c), house)
      throw error
    }
    if (c.req.header('x-help') !== undefined) c.set('actor', await inPlaceOf(c))
    if (contract.kind === 'command') {
      const { helpedBy, personId: of, address } = c.get('actor')
      const personId = helpedBy?.helperId ?? of
      const now = house.now()
      const wait = personId ? byPerson.take(personId, now) : byAddress.take(networkOf(address), now)
      if (wait > 0) throw problem('tooManyRequests', { retryAfter: wait })
    }
    await next()
  }
  /** The one who is helped is who asks, with a resident's roles alone; who helps is named beside. */
  async function inPlaceOf(c: Context<Env>): Promise<Actor> {
    const { personId: helperId, sessionId, address } = c.get('actor')
    const helpId = c.req.header('x-help')!
    if (helperId === null || !contract.helpable) throw problem('notHelpable')
    const helpedBy = { helperId, helpId }
    const found = await house.helping?.find(house.store.read, helpedBy, house.now())
    if (!found) throw problem('helpEnded')
    return {
      ...found,
      roles: found.roles.filter(({ role }) => role === 'resident'),
      sessionId,
      address,
      helpedBy,
    }
  }
  const run = async (c: Context<Env>) => {
    const input = await read(c)
    const actor = c.get('actor')
    const request = requestOf(c)
    if ('performed' in route) return sendJson(c, await runCommand(route, input, actor, request, house))
    if (shared) return sendAnswer(c, await runPublicQuery(route, input, actor, request, house))
    return sendJson(c, await runQuery(route, input, actor, request, house))
  }
  const steps = [shared ? fromCache : who, ...inputChecks(contract), run]
  app.on(contract.method.toUpperCase(), [`/api${contract.path}`], ...(steps as [MiddlewareHandler<Env>]))
}
function addDownload(app: Hono<Env>, { contract, served }: DownloadRoute, { house }: HttpOptions) {
  const read = inputReader(contract)
  const send = async (c: Context<Env>) => {
    const input = read(c)
    const subject = await served.load(house.store.read, input, house.now())
    const sent = subject === undefined ? undefined : await served.open(subject, input)
    if (!sent) throw problem('notFound')
    return sendBytes(c, sent)
  }
  app.get(
    `/api${contract.path}`,
    ...([...inputChecks(contract), send] as unknown as [MiddlewareHandler<Env>]),
  )
}
const urlOf = (c: Context) => c.req.url.slice(c.req.url.indexOf('/', 8))
function requestOf(c: Context<Env>): Request {
  return { id: c.get('requestId'), url: urlOf(c), idempotencyKey: idempotencyKeyOf(c) }
}
function idempotencyKeyOf(c: Context) {
  const key = c.req.header('idempotency-key') ?? ''
  return /^[\w-]{16,80}$/.test(key) ? key : undefined
}

/** What is asked of an address in another way than its routes allow. */
function refuseOtherMethods(
  app: Hono<Env>,
  routes: readonly { contract: Route['contract'] | DownloadRoute['contract'] }[],
) {
  for (const [path, there] of Map.groupBy(routes, ({ contract }) => `/api${contract.path}`)) {
    const methods = there.map(({ contract }) => contract.method.toUpperCase())
    const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods
    app.all(path, (c) => {
      c.header('Allow', allowed.join(', '))
      throw problem('methodNotAllowed')
    })
  }
}

/** The API under `/api`; every failure is a problem document. */
export function createHttp(options: HttpOptions) {
  const { routes, downloads = [], log, house } = options
  const app = new Hono<Env>()
  app.use('/api/*', opening(options))
  for (const route of routes) addRoute(app, route, options)
  for (const route of downloads) addDownload(app, route, options)
  refuseOtherMethods(app, [...routes, ...downloads])
  app.notFound((c) => sendProblem(c, problem('notFound'), c.get('requestId') ?? newRequestId()))
  app.onError((error, c) => {
    const requestId = c.get('requestId') ?? newRequestId()
    const malformed = error instanceof HTTPException && error.status === 400
    const told = malformed ? problem('malformed') : house.store.explain(error)
    if (!(told instanceof ProblemError)) log.error({ requestId, err: told }, 'request failed')
    return sendProblem(c, told, requestId)
  })
  return app
}
