const WATCH_EVERY = 500

/**
 * Calls once when we are asked to end. npm hands a signal to a shell that does not hand it on, so that we
 * would be left behind: when npm started us and is gone, that is asking too.
 * @param {(signal: NodeJS.Signals) => void} leave
 */
export function onLeaving(leave) {
  let asked = false
  /** @param {NodeJS.Signals} signal */
  const once = (signal) => {
    if (asked) return
    asked = true
    leave(signal)
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, once)
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'])
    setInterval(() => process.ppid !== parent && once('SIGTERM'), WATCH_EVERY).unref()
}
