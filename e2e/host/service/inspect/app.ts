import { share } from '../builtins/pressed.ts'
import { answer } from '../dialogs.ts'
import { enableLog } from '../globals.ts'
import { askView, link, post } from '../link.ts'
import { pages, type OpenPage } from '../pages.ts'
import { current, pressBack, reLaunch, stack, switchTab } from '../router.ts'
import { calls } from '../set-data.ts'
import { manifest } from '../link.ts'
import { hasCallback, settle, type Callbacks } from '../wx/async.ts'
import { apis, setMock, wx } from '../wx/index.ts'
import type { Handler } from './elements.ts'
import { getPath, json } from './values.ts'

type Params = Record<string, unknown>
type Fn = (this: unknown, ...args: unknown[]) => unknown

const describePage = ({ id, path, query }: OpenPage) => ({ pageId: id, path, query })
const pageOf = ({ pageId }: Params) => {
  const page = pages.get(Number(pageId))
  if (!page) throw new Error('the page is closed')
  return page
}
const functionOf = (source: unknown) => link.expression(String(source)) as Fn

/** APIs whose answer is their return value; all others answer through callbacks or a promise. */
const isSync = (name: string) =>
  name.endsWith('Sync') ||
  /^(get(Window|Device|AppBase)Info|getSystemSetting|getAppAuthorizeSetting|canIUse)$/.test(name)
const refused = (result: unknown) =>
  typeof result === 'object' &&
  result !== null &&
  /:fail/.test(String((result as { errMsg?: unknown }).errMsg))

/** Delivers a mocked answer as the API itself would. */
function deliver(options: Callbacks, result: unknown) {
  const outcome = { ok: !refused(result), value: result }
  if (hasCallback(options)) settle(options, outcome)
  else if (!outcome.ok) throw result as Error
  return result
}

function mock({ method, result, functionDeclaration, args = [], ...rest }: Params) {
  const name = String(method)
  if (!Object.hasOwn(apis, name)) throw new Error(`wx.${name} is not in the e2e host`)
  if (rest.pluginId !== undefined) throw new Error('plugins are not in the e2e host')
  const origin = apis[name] as Fn
  if (functionDeclaration !== undefined) {
    const replacement = functionOf(functionDeclaration)
    setMock(name, (...own: unknown[]) => {
      // An API that answers later has its options first, even when it was called without any.
      const called = own.length === 0 && !isSync(name) ? [{}] : own
      const given = replacement.call({ origin }, ...called, ...(args as unknown[]))
      if (isSync(name)) return given
      const options = (own[0] ?? {}) as Callbacks
      const then = Promise.resolve(given).then((value) => deliver(options, value))
      return hasCallback(options) ? void then : then
    })
  } else if (result !== undefined) {
    setMock(name, (options: unknown) => {
      if (isSync(name)) return result
      const callbacks = (typeof options === 'object' && options !== null ? options : {}) as Callbacks
      const then = Promise.resolve().then(() => deliver(callbacks, result))
      return hasCallback(callbacks) ? void then : then
    })
  } else setMock(name, null)
  return {}
}

async function callWx({ method, args, pluginId }: Params) {
  if (pluginId !== undefined) throw new Error('plugins are not in the e2e host')
  const name = String(method)
  const run = wx[name]
  if (typeof run !== 'function') throw new Error(`wx.${name} is not in the e2e host`)
  try {
    return { result: json(await (run as Fn)(...(args as unknown[]))) }
  } catch (error) {
    const { errMsg, message } = error as { errMsg?: string; message?: string }
    throw new Error(errMsg ?? message ?? String(error), { cause: error })
  }
}

const native: Record<string, (data: Params) => unknown> = {
  confirmModal: () => answer(['modal', 'actionSheet'], true),
  cancelModal: () => answer(['modal', 'actionSheet'], false),
  authorizeAllow: () => answer(['authorize', 'privacy'], true),
  authorizeCancel: () => answer(['authorize', 'privacy'], false),
  shareConfirm: () => answer(['share'], true),
  shareCancel: () => answer(['share'], false),
  navigateLeft: () => pressBack(),
  goHome: () => reLaunch({ url: `/${manifest.app.entryPagePath ?? manifest.app.pages[0]}` }),
  switchTab: ({ url }) => switchTab({ url }),
}

export const appHandlers: Record<string, Handler> = {
  'App.getPageStack': () => ({ pageStack: stack.map(describePage) }),
  'App.getCurrentPage': () => describePage(current()),
  'App.callWxMethod': callWx,
  'App.mockWxMethod': mock,
  'App.callFunction': async ({ functionDeclaration, args }) => ({
    result: json(await functionOf(functionDeclaration).apply(undefined, args as unknown[])),
  }),
  'App.addBinding': ({ name }) => {
    const value = (...args: unknown[]) =>
      post({ to: 'client', method: 'App.bindingCalled', params: { name, args: json(args) } })
    Object.defineProperty(globalThis, String(name), { value, configurable: true })
    return {}
  },
  'App.enableLog': () => {
    enableLog()
    return {}
  },
  'App.exit': () => ({}),
  'Page.getData': (p) => ({ data: json(getPath(pageOf(p).instance.data, p.path)) }),
  'Page.setData': (p) =>
    new Promise((resolve) => {
      pageOf(p).instance.setData(p.data, () => resolve({}))
    }),
  'Page.callMethod': async (p) => {
    const { instance } = pageOf(p)
    const method = instance[String(p.method)]
    if (typeof method !== 'function') throw new Error(`the page has no method ${String(p.method)}`)
    return { result: json(await (method.apply(instance, p.args) as unknown)) }
  },
  'Page.getWindowProperties': async (p) => ({
    properties: await askView(pageOf(p).id, 'windowProperties', p.names),
  }),
  'Tool.native': async ({ method, data }) => {
    const name = String(method)
    // The person's way to share by the page's own menu.
    if (name === 'share') void share('menu')
    else if (native[name]) await native[name]((data ?? {}) as Params)
    else throw new Error(`native ${name} is not in the e2e host`)
    return {}
  },
  /** Not the automator's: the checks of the build read how much data the pages were sent. */
  'Host.setDataCalls': () => ({ calls }),
}
