import { link, post } from './link.ts'

/** An Error, or the plain object that WeChat's own APIs reject with. */
type Reason = { message?: unknown; errMsg?: unknown; stack?: unknown }
const listeners = { error: new Set<(text: string) => void>(), rejection: new Set<(event: unknown) => void>() }
export const onError = listeners.error
export const onRejection = listeners.rejection

const describe = (reason: unknown) => {
  const { message, errMsg, stack } = (typeof reason === 'object' && reason !== null ? reason : {}) as Reason
  const text = String(message ?? errMsg ?? reason)
  return { message: text, stack: typeof stack === 'string' ? stack : text }
}

let telling = false
/** An error that nobody caught: the client hears of it, and so do App.onError and wx.onError. */
export function reportError(reason: unknown) {
  const { message, stack } = describe(reason)
  post({ to: 'client', method: 'App.exceptionThrown', params: { message, stack } })
  link.print('error', stack)
  if (telling) return
  telling = true
  for (const listener of onError) guard(() => listener(`${message}\n${stack}`))
  telling = false
}

/** Runs the app's code and keeps what it throws from stopping the host. */
export function guard<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    reportError(error)
    return undefined
  }
}

/** A promise of the app's that was rejected and that nobody handled. */
export function reportRejection(reason: unknown, promise?: unknown) {
  const { message, stack } = describe(reason)
  post({
    to: 'client',
    method: 'App.exceptionThrown',
    params: { message: `Unhandled promise rejection: ${message}`, stack },
  })
  link.print('error', `Unhandled promise rejection: ${stack}`)
  for (const listener of onRejection) guard(() => listener({ reason, promise }))
}
