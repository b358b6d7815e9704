import { onError, onRejection } from '../errors.ts'
import type { LaunchOptions } from '../registry.ts'

type Listener = (value: unknown) => void
const appShow = new Set<Listener>()
const appHide = new Set<Listener>()
const pageNotFound = new Set<Listener>()
const themes = new Set<Listener>()
const resizes = new Set<Listener>()
const memory = new Set<Listener>()
const add = (set: Set<Listener>) => (listener: Listener) => void set.add(listener)
const remove = (set: Set<Listener>) => (listener?: Listener) => {
  if (listener) set.delete(listener)
  else set.clear()
}

let launch: LaunchOptions | undefined
export const launchedWith = (options: LaunchOptions) => void (launch = options)

/** The app is shown once, at its launch: nothing in the automator sends it to the background. */
export const lifecycleApis = {
  getLaunchOptionsSync: () => launch,
  getEnterOptionsSync: () => launch,
  onAppShow: add(appShow),
  offAppShow: remove(appShow),
  onAppHide: add(appHide),
  offAppHide: remove(appHide),
  onPageNotFound: add(pageNotFound),
  offPageNotFound: remove(pageNotFound),
  onThemeChange: add(themes),
  offThemeChange: remove(themes),
  onWindowResize: add(resizes),
  offWindowResize: remove(resizes),
  onMemoryWarning: add(memory),
  offMemoryWarning: remove(memory),
  onError: add(onError as Set<Listener>),
  offError: remove(onError as Set<Listener>),
  onUnhandledRejection: add(onRejection),
  offUnhandledRejection: remove(onRejection),
}
