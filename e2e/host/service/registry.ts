import { guard } from './errors.ts'
import { currentPath, markRegistered } from './modules.ts'
import { space } from './space.ts'

type Definition = Record<string, unknown>

/** `Page(…)` of the app: registers the page whose script runs. */
export function Page(definition: Definition) {
  const path = currentPath()
  markRegistered(path)
  space
    .component(path)
    .pageDefinition(definition as never)
    .register()
}
/** `Component(…)` of the app. */
export function Component(definition: Definition) {
  const path = currentPath()
  markRegistered(path)
  const { behaviors, externalClasses } = definition
  // WeChat passes over what is no list; Taro gives an empty object where it has none.
  const lists = {
    behaviors: Array.isArray(behaviors) ? behaviors : [],
    externalClasses: Array.isArray(externalClasses) ? externalClasses : [],
  }
  space
    .component(path)
    .definition({ ...definition, ...lists })
    .register()
}
/** `Behavior(…)` of the app. */
export const Behavior = (definition: Definition) => space.behavior().definition(definition).register()

export type LaunchOptions = {
  path: string
  query: Record<string, string>
  scene: number
  shareTicket: undefined
  referrerInfo: Record<string, never>
}
type AppInstance = Definition & {
  onLaunch?(options: LaunchOptions): void
  onShow?(options: LaunchOptions): void
  onHide?(): void
  onError?(text: string): void
  onUnhandledRejection?(event: unknown): void
  onPageNotFound?(event: unknown): void
}
let instance: AppInstance | undefined

/** `App(…)` of the app: one instance, whose methods are called by name. */
export function App(definition: AppInstance) {
  if (instance) throw new Error('App() was called twice')
  instance = definition
}
export const getApp = () => instance
export const callApp = (method: 'onLaunch' | 'onShow' | 'onHide', options?: LaunchOptions) => {
  const app = instance
  if (app) guard(() => (app[method] as ((o?: LaunchOptions) => void) | undefined)?.(options))
}
export const tellApp = (method: 'onError' | 'onUnhandledRejection' | 'onPageNotFound', event: unknown) => {
  const app = instance
  if (app) guard(() => (app[method] as ((e: unknown) => void) | undefined)?.(event))
}
