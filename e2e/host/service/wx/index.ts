import { askView, manifest } from '../link.ts'
import { current } from '../router.ts'
import type { PageInstance } from '../pages.ts'
import { answerApis, clipboardApis } from './answers.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { deviceApis } from './device.ts'
import { interfaceApis } from './interface.ts'
import { lifecycleApis } from './lifecycle.ts'
import { network } from './network.ts'
import { privacyApis } from './privacy.ts'
import { routeApis } from './routes.ts'
import { storage } from './storage.ts'

type Api = (...args: never[]) => unknown
const queries = {
  createSelectorQuery: () => current().instance.createSelectorQuery(),
  createIntersectionObserver: (component?: PageInstance, options?: unknown) =>
    (component ?? current().instance).createIntersectionObserver(options),
  nextTick: (run: () => void) => {
    void askView(current().id, 'drawn').then(run)
  },
  canIUse: (schema: string) => {
    const [name = '', ...rest] = schema.split('.')
    return rest.length === 0 ? Object.hasOwn(apis, name) : Object.hasOwn(apis, name) && rest[0] !== ''
  },
  getUpdateManager: () => {
    const nothing = () => undefined
    return {
      onCheckForUpdate: nothing,
      onUpdateReady: nothing,
      onUpdateFailed: nothing,
      applyUpdate: nothing,
    }
  },
  arrayBufferToBase64: toBase64,
  base64ToArrayBuffer: fromBase64,
  getExtConfigSync: () => ({}),
}

/** Every `wx` API that the host has: what the client and Taro's runtime call, and no more. */
export const apis: Record<string, Api> = {
  ...deviceApis,
  ...storage,
  ...network,
  ...interfaceApis,
  ...routeApis,
  ...lifecycleApis,
  ...privacyApis,
  ...answerApis,
  ...clipboardApis,
  ...queries,
}

const mocks = new Map<string, Api>()
export const setMock = (name: string, mock: Api | null) => {
  if (mock) mocks.set(name, mock)
  else mocks.delete(name)
}

const values: Record<string, unknown> = {
  ...apis,
  env: { USER_DATA_PATH: 'http://usr' },
  version: { version: manifest.sdkVersion },
}
/** Names that look like an API; anything else (`webpackJsonp`, `__x`) is the app's own property. */
const looksLikeApi = /^[a-z][a-z]+[A-Z]?[A-Za-z]*$/
const OWN = new Set(['webpackJsonp', 'then', 'toJSON'])

const unknown = (name: string) => () => {
  throw new Error(`wx.${name} is not in the e2e host`)
}

/** `wx`: an API that the host does not have is a function that throws its name. */
export const wx = new Proxy(values, {
  get(target, name, receiver) {
    if (typeof name === 'symbol' || OWN.has(name) || name in Object.prototype)
      return Reflect.get(target, name, receiver) as unknown
    const mock = mocks.get(name)
    if (mock) return mock
    if (Object.hasOwn(target, name)) return target[name]
    return looksLikeApi.test(name) ? unknown(name) : undefined
  },
})
