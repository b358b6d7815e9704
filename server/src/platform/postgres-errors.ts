import { Unavailable, UniqueViolation } from './store.ts'

type PgError = { code?: string; constraint?: string; message?: string; cause?: unknown }

/** The driver's own error, which drizzle may have wrapped. */
function innermost(error: unknown): PgError {
  const e = (error ?? {}) as PgError
  return e.code === undefined && e.cause ? innermost(e.cause) : e
}

/** Serialisation failure, deadlock: the same unit may succeed when it runs again. */
export const mayRunAgain = (error: unknown) => ['40001', '40P01'].includes(innermost(error).code ?? '')

/**
 * SQLSTATE classes: connection trouble, out of disk or memory, shutting down, system errors; then read-only,
 * idle too long in a transaction, a lock or statement timeout, and what could not be run again often enough.
 */
const states = /^(?:08|53|57P|58)|^(?:25006|25P03|55P03|57014|40001|40P01)$/
const sockets = /^E(?:CONN|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|NETUNREACH|AI_AGAIN)/
const phrases =
  /Connection terminated|connection error|timeout exceeded when trying to connect|after calling end on/

/** Makes UniqueViolation and Unavailable of PostgreSQL's errors. */
export function explain(error: unknown) {
  if (error instanceof Unavailable || error instanceof UniqueViolation) return error
  const { code = '', constraint = '', message = '' } = innermost(error)
  if (code === '23505') return new UniqueViolation(constraint, { cause: error })
  const gone = states.test(code) || sockets.test(code) || phrases.test(message)
  return gone ? new Unavailable(code || 'connection', { cause: error }) : error
}
