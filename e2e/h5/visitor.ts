import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Output } from '@tmt/shared/contract.ts'
import type { Division } from '@tmt/shared/divisions/contract.ts'
import type { listPersonas, signInAsPersona } from '@tmt/shared/people/sign-in-contract.ts'

export const sizes = {
  phone: { width: 390, height: 844 },
  wide: { width: 1280, height: 800 },
} as const

type Who = {
  size?: keyof typeof sizes
  /** Pixels of a picture for each of the page. */
  scale?: number
  session?: Output<typeof signInAsPersona>
  /** What a guest picked on this device. */
  community?: Division
  elder?: boolean
}
export type Visitor = {
  context: BrowserContext
  page: Page
  /** What must never happen while somebody is here: errors, failed requests, broken content policy. */
  trouble: string[]
}

/** Taro keeps a value in the browser as `{"data": …}`; the app keeps JSON in it (client/src/platform/storage.ts). */
const kept = (name: string, value: unknown) => ({
  name,
  value: JSON.stringify({ data: JSON.stringify(value) }),
})

/** Somebody with a browser of their own, who finds the product as they left it. */
export async function visitor(browser: Browser, url: string, who: Who = {}): Promise<Visitor> {
  const { size = 'phone', scale = 1, session, community, elder } = who
  const localStorage = [
    ...(session ? [kept('session', { ...session, place: null })] : []),
    ...(community ? [kept('community', community)] : []),
    ...(elder === undefined ? [] : [kept('elder', elder)]),
  ]
  const context = await browser.newContext({
    viewport: sizes[size],
    deviceScaleFactor: scale,
    hasTouch: size === 'phone',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
  })
  const page = await context.newPage()
  counted(page)
  return { context, page, trouble: watched(page, url) }
}

function watched(page: Page, url: string) {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(`error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // Refusals (4xx) are answers; what failed otherwise is told by the response itself.
    const text = message.text()
    if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
      trouble.push(`console: ${text}`)
  })
  page.on('response', (response) => {
    const api = response.url().startsWith(`${url}/api/`)
    if (response.status() >= (api ? 500 : 400)) trouble.push(`${response.status()} ${response.url()}`)
  })
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== url) trouble.push(`foreign host: ${request.url()}`)
  })
  return trouble
}

/** Asks the API as a program does; a command gets its idempotency key. */
export async function ask<T>(url: string, path: string, options: { body?: unknown; token?: string } = {}) {
  const { body, token } = options
  const answer = await fetch(`${url}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

export type Role = Output<typeof listPersonas>['items'][number]['role']

/** A demonstration persona's session, by role; the first one where there are several. */
export async function signedIn(url: string, role: Role) {
  const { items } = await ask<Output<typeof listPersonas>>(url, '/demo/personas')
  const persona = items.find((p) => p.role === role)
  if (!persona) throw new Error(`no persona for ${role}`)
  const session = await ask<Output<typeof signInAsPersona>>(url, '/sign-in/sessions/demo', {
    body: { persona: persona.id },
  })
  return { persona, session }
}

/** Opens an address and waits until the page has said all that it has to say. */
export async function open({ page }: Visitor, address: string) {
  await page.goto(address)
  await settled(page)
}

/** How long nothing may be under way until a page counts as complete. */
const QUIET = 150
const underWay = new WeakMap<Page, { count: number; since: number }>()

function counted(page: Page) {
  const state = { count: 0, since: Date.now() }
  const step = (by: number) => {
    state.count += by
    state.since = Date.now()
  }
  page.on('request', () => step(1))
  page.on('requestfinished', () => step(-1))
  page.on('requestfailed', () => step(-1))
  underWay.set(page, state)
}

export async function settled(page: Page) {
  await page.locator('main:visible').first().waitFor()
  const state = underWay.get(page)!
  const deadline = Date.now() + 20_000
  while (state.count > 0 || Date.now() - state.since < QUIET) {
    if (Date.now() > deadline) throw new Error(`${page.url()} never comes to rest`)
    await sleep(25)
  }
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
}
