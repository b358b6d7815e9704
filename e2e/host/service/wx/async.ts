import { guard } from '../errors.ts'

export type Callbacks = {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}
type Result = Record<string, unknown>
export type Options = Callbacks & Record<string, unknown>

/** What an API refuses with: `name:fail message`, and a number where WeChat documents one. */
export class ApiError extends Error {
  readonly errno: number | undefined
  constructor(message: string, errno?: number) {
    super(message)
    this.errno = errno
  }
}
const failure = (name: string, error: unknown) => {
  const { message } = error instanceof Error ? error : { message: String(error) }
  const { errno } = error instanceof ApiError ? error : { errno: undefined }
  return { errMsg: `${name}:fail ${message}`, ...(errno === undefined ? {} : { errno }) }
}

/** Hands an outcome to whichever callbacks are there. */
export function settle(options: Callbacks, outcome: { ok: boolean; value: unknown }) {
  const { success, fail, complete } = options
  const first = outcome.ok ? success : fail
  if (typeof first === 'function') guard(() => first(outcome.value))
  if (typeof complete === 'function') guard(() => complete(outcome.value))
}
export const hasCallback = ({ success, fail, complete }: Callbacks) =>
  typeof success === 'function' || typeof fail === 'function' || typeof complete === 'function'

/**
 * An API by WeChat's convention: callbacks if any are given, else a promise.
 * `errMsg` is `name:ok` or `name:fail …`.
 */
export const asyncApi =
  (name: string, run: (options: Options) => Result | void | Promise<Result | void>) =>
  (options: Options = {}) => {
    const outcome = new Promise<Result | void>((resolve) => resolve(run(options))).then(
      (result) => ({ ok: true, value: { errMsg: `${name}:ok`, ...result } as Result }),
      (error: unknown) => ({ ok: false, value: failure(name, error) as Result }),
    )
    if (hasCallback(options)) {
      void outcome.then((o) => settle(options, o))
      return undefined
    }
    return outcome.then(({ ok, value }) => {
      if (ok) return value
      // WeChat rejects with a plain object, not with an Error.
      throw value as unknown as Error
    })
  }
