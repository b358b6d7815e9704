import { AsyncLocalStorage } from 'node:async_hooks'
import type { SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

type Full = BaseSQLiteDatabase<'async', unknown, Record<string, never>>
/** What may be asked without a transaction: a read-only connection on SQLite, a pool of them on PostgreSQL. */
export type Read = Pick<Full, 'select' | 'selectDistinct' | '$with' | 'with' | '$count'> & {
  /** Raw rows, for what the builder can't say. */
  rows<T>(query: SQL): Promise<T[]>
}
/** What a unit of work gets. It dies with the unit. */
export type Write = Read & Pick<Full, 'insert' | 'update' | 'delete'>
/** May run more than once (after a deadlock, say): it changes nothing but the database. */
export type Unit<T> = (tx: Write) => Promise<T>

export interface Store {
  read: Read
  /**
   * The only way to change data: one unit of work, all or nothing; settled only once it is durable.
   * Only the database is awaited inside. A nested `write` throws: pass `tx` on.
   * @throws UniqueViolation, Unavailable, or what the unit throws
   */
  write<T>(work: Unit<T>): Promise<T>
  /** Serialises units that name the same key until each ends. SQLite runs units one at a time anyway. */
  lock(tx: Write, key: string): Promise<void>
  /** Tells all processes, once the unit is durable, that answers under these keys are out of date. */
  announce(tx: Write, keys: readonly string[]): Promise<void>
  /** Hears what other processes announced; null means that something may have been missed. */
  listen(heard: (keys: readonly string[] | null) => void): Promise<void>
  /** What the engine's own error means: UniqueViolation, Unavailable, or the error as it is. */
  explain(error: unknown): unknown
  /** Asks the database for nothing; fails when it can't answer. */
  ping(): Promise<void>
  /** Finishes the units that were handed in; takes no more. */
  close(): Promise<void>
  stats: { commits: number; units: number; retries: number }
}

/** Two rows would share what a unique index keeps apart. `index` is its name in the schema, or `<table>_pkey`. */
export class UniqueViolation extends Error {
  readonly index: string
  constructor(index: string, options?: ErrorOptions) {
    super(`unique index ${index}`, options)
    this.index = index
  }
}
/**
 * The database can't take this now: locked, full, read-only, gone. Nothing was changed, unless the connection
 * broke during COMMIT: then nobody knows, and an idempotency key makes trying again safe.
 */
export class Unavailable extends Error {}

const inside = new AsyncLocalStorage<{ open: boolean }>()

export function refuseNested() {
  if (inside.getStore()?.open) throw new Error('a unit of work inside a unit of work: pass tx on')
}

/** Leads from a unit's handle to the connection's own, on which prepared queries are built. */
export const origin = Symbol('origin')

/** A handle that can be switched off, together with every query that was built on it but has not run yet. */
function mortal<T extends Write>(tx: T) {
  const session = Proxy.revocable((tx as unknown as { session: object }).session, {})
  const handle = Proxy.revocable(tx, {
    get(target, key) {
      if (key === 'session') return session.proxy
      return key === origin ? target : (Reflect.get(target, key) as unknown)
    },
  })
  const revoke = () => {
    session.revoke()
    handle.revoke()
  }
  return { handle: handle.proxy, revoke }
}

/** Runs a unit on a handle that is dead afterwards, so that a stray promise can't write into the next unit. */
export async function runUnit<T>(tx: Write, work: Unit<T>, limitMs: number): Promise<T> {
  const { handle, revoke } = mortal(tx)
  const unit = { open: true }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable('unit of work took too long')), limitMs)
  })
  try {
    return await Promise.race([inside.run(unit, () => work(handle)), late])
  } finally {
    clearTimeout(timer)
    unit.open = false
    revoke()
  }
}
