import { answered, link, manifest, post, responded } from './link.ts'
import { elementById, intersected, PAGE_NODE } from './backend.ts'
import { defineBuiltins } from './builtins/index.ts'
import { controlOf } from './builtins/define.ts'
import { guard, onError, onRejection, reportError, reportRejection } from './errors.ts'
import { installGlobals } from './globals.ts'
import { appHandlers } from './inspect/app.ts'
import { elementHandlers } from './inspect/elements.ts'
import { requireModule } from './modules.ts'
import { callPage, pages } from './pages.ts'
import { App, Behavior, callApp, Component, getApp, Page, tellApp } from './registry.ts'
import { getCurrentPages, pressBack, reLaunch, switchTab } from './router.ts'
import type { FromView, ToService } from '../wire.ts'
import { launchedWith } from './wx/lifecycle.ts'
import { wx } from './wx/index.ts'

const handlers = { ...appHandlers, ...elementHandlers }

async function answerClient(id: number, method: string, params: Record<string, unknown>) {
  try {
    const handler = handlers[method]
    if (!handler) throw new Error(`${method} is not in the e2e host`)
    post({ to: 'reply', id, result: await handler(params) })
  } catch (error) {
    post({ to: 'reply', id, error: (error as Error).message ?? String(error) })
  }
}

/** What a person does to what WeChat draws around the page. */
function fromShell(what: string, args: unknown[]) {
  if (what === 'back') pressBack()
  if (what === 'tab') guard(() => switchTab({ url: `/${String(args[0])}` }))
}

function pageEvent({ page: id, type, detail }: Extract<FromView, { kind: 'event' }>) {
  const page = pages.get(id)
  if (page && type === 'pagescroll') callPage(page, 'onPageScroll', detail)
  if (page && type === 'reachbottom') callPage(page, 'onReachBottom')
}

function fromView(message: FromView) {
  if (message.kind === 'answer') return answered(message.id, message.value, message.error)
  if (message.kind === 'shell') return fromShell(message.what, message.args)
  if (message.type === 'intersection') return intersected(message.node, message.detail)
  if (message.node === PAGE_NODE) return pageEvent(message)
  const element = elementById(message.node)
  if (element) guard(() => controlOf(element).report?.(message.type, message.detail))
}

link.receive = (text) => {
  const message = JSON.parse(text) as ToService
  if (message.from === 'client') void answerClient(message.id, message.method, message.params)
  else if (message.from === 'network') guard(() => responded(message.id, message.response))
  else fromView(message.message)
}
link.rejected = reportRejection

onError.add((text) => tellApp('onError', text))
onRejection.add((event) => tellApp('onUnhandledRejection', event))
installGlobals({ wx, App, Page, Component, Behavior, getApp, getCurrentPages })
defineBuiltins()

/** The app's launch, as a tap on its icon: scene 1001. */
function launch() {
  const path = manifest.app.entryPagePath ?? manifest.app.pages[0] ?? ''
  const options = { path, query: {}, scene: 1001, shareTicket: undefined, referrerInfo: {} }
  launchedWith(options)
  requireModule('app')
  callApp('onLaunch', options)
  callApp('onShow', options)
  reLaunch({ url: `/${path}` })
}
try {
  launch()
  post({ to: 'started' })
} catch (error) {
  reportError(error)
  post({ to: 'started', error: String((error as Error).message) })
}
