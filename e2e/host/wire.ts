/**
 * What the sides of the host say to each other, as JSON text: the service (the app's own realm), the view
 * (Chromium), and the host between them.
 */

/** A change to the tree of one page; the first word names it, ids are those the service gave. */
export type Op =
  | readonly ['element', id: number, tag: string]
  | readonly ['text', id: number, content: string]
  | readonly ['fragment', id: number]
  | readonly ['append', parent: number, child: number]
  | readonly ['insert', parent: number, child: number, before: number]
  | readonly ['remove', parent: number, child: number]
  | readonly ['replace', parent: number, child: number, old: number]
  | readonly ['splice', parent: number, before: number | null, deleteCount: number, list: number | null]
  | readonly ['id', id: number, value: string]
  | readonly ['style', id: number, text: string]
  | readonly ['addClass', id: number, name: string]
  | readonly ['removeClass', id: number, name: string]
  | readonly ['clearClasses', id: number]
  | readonly ['set', id: number, name: string, value: unknown]
  | readonly ['content', id: number, text: string]
  | readonly ['sheet', index: number, path: string, scope: number]
  | readonly ['free', id: number]

/** Left, top, width and height in px of the page's own viewport. */
export type Rect = { left: number; top: number; width: number; height: number }
export type Geometry = {
  rect: Rect
  /** Where each element from the asked one up to the page stands, by id. */
  offsets: Record<number, { left: number; top: number }>
}

export type ToView =
  | { kind: 'ops'; page: number; ops: Op[] }
  | { kind: 'ask'; id: number; page: number; what: string; args: unknown[] }
  | { kind: 'shell'; what: string; args: unknown[] }
export type FromView =
  | { kind: 'answer'; id: number; value?: unknown; error?: string }
  | { kind: 'event'; page: number; node: number; type: string; detail: unknown }
  | { kind: 'shell'; what: string; args: unknown[] }

/** A request that leaves the realm: the host has the network, the realm has none. */
export type NetworkRequest = {
  url: string
  method: string
  header: Record<string, string>
  /** Text, or base64 when `binary`. */
  body: string | null
  binary: boolean
  /** Milliseconds. */
  timeout: number
  /** Set for uploadFile: the file's part of a multipart form. */
  file?: { path: string; name: string; formData: Record<string, string> }
  responseType: 'text' | 'arraybuffer'
}
export type NetworkResponse =
  | { ok: true; statusCode: number; header: Record<string, string>; cookies: string[]; body: string }
  | { ok: false; errMsg: string }

export type FromService =
  | { to: 'view'; message: ToView }
  | { to: 'client'; method: string; params: unknown }
  | { to: 'reply'; id: number; result?: unknown; error?: string }
  | { to: 'network'; id: number; request: NetworkRequest }
  | { to: 'abort'; id: number }
  | { to: 'started'; error?: string }
export type ToService =
  | { from: 'view'; message: FromView }
  | { from: 'client'; id: number; method: string; params: Record<string, unknown> }
  | { from: 'network'; id: number; response: NetworkResponse }

export type Device = {
  width: number
  height: number
  pixelRatio: number
  statusBar: number
  /** Height of the home indicator's area. */
  safeBottom: number
  navigationBar: number
  tabBar: number
}
/** An iPhone 13, in px. */
export const DEVICE: Device = {
  width: 390,
  height: 844,
  pixelRatio: 2,
  statusBar: 47,
  safeBottom: 34,
  navigationBar: 44,
  tabBar: 50,
}

export type PageConfig = {
  component?: boolean
  usingComponents?: Record<string, string>
  styleIsolation?: string
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  navigationStyle?: string
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  disableScroll?: boolean
}
export type TabItem = { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }
export type AppConfig = {
  pages: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[]; name?: string; independent?: boolean }[]
  subpackages?: { root: string; pages: string[]; name?: string; independent?: boolean }[]
  tabBar?: {
    custom?: boolean
    list: TabItem[]
    color?: string
    selectedColor?: string
    backgroundColor?: string
  }
  window?: PageConfig
  usingComponents?: Record<string, string>
  requiredPrivateInfos?: string[]
  permission?: Record<string, { desc: string }>
  lazyCodeLoading?: string
  __usePrivacyCheck__?: boolean
}

/** What the service knows of the app before any of its code runs. */
export type Manifest = {
  app: AppConfig
  appId: string
  /** Every page, with its package's root ('' for the main package). */
  pages: Record<string, string>
  /** The static configuration of every page and component, by path. */
  json: Record<string, PageConfig>
  /** Paths that have a script, a template, a style sheet. */
  scripts: string[]
  templates: string[]
  styles: string[]
  /** Roots of the subpackages, with a slash at the end. */
  roots: string[]
  device: Device
  sdkVersion: string
}
