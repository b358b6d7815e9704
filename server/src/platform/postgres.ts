import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import {
  refuseNested,
  runUnit,
  type Store,
  Unavailable,
  UniqueViolation,
  type Unit,
  type Write,
} from './store.ts'

const CHANNEL = 'answers'
const MAX_TRIES = 20

/** The part of drizzle's PostgreSQL handles that is used here, on node-postgres and PGlite alike. */
type Handle = {
  execute(query: SQL): Promise<unknown>
  transaction(work: (tx: Handle) => Promise<unknown>, options: object): Promise<unknown>
}
type PgError = { code?: string; constraint?: string; cause?: unknown }

function withRows(handle: Handle): Write {
  return Object.assign(handle, {
    rows: async (query: SQL) => ((await handle.execute(query)) as { rows: unknown[] }).rows,
  }) as unknown as Write
}
function pgErrorOf(error: unknown): PgError {
  const e = (error ?? {}) as PgError
  return e.code === undefined && e.cause ? pgErrorOf(e.cause) : e
}
/** Serialisation failure, deadlock: the same unit may succeed when it runs again. */
const again = (code: string) => code === '40001' || code === '40P01'
/** Connection trouble, out of disk or memory, read-only, shutting down, a lock or statement timeout. */
const gone = (code: string) =>
  /^(08|53|57P|58)|^25006$|^55P03$|^57014$|^E(CONN|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH)/.test(code)

function translate(error: unknown) {
  const { code = '', constraint } = pgErrorOf(error)
  if (code === '23505') return new UniqueViolation(constraint ?? '')
  const text = error instanceof Error ? error.message : ''
  return gone(code) || /Connection terminated|timeout exceeded when trying to connect/.test(text)
    ? new Unavailable(code || 'connection', { cause: error })
    : error
}

type Listen = (heard: (keys: readonly string[] | null) => void) => Promise<() => Promise<void>>

function overHandle(db: Handle, listen: Listen, end: () => Promise<void>, limit: number): Store {
  const stats = { commits: 0, units: 0, retries: 0 }
  let unlisten: (() => Promise<void>) | undefined
  return {
    read: withRows(db),
    stats,
    async write<T>(work: Unit<T>) {
      refuseNested()
      for (let tries = 1; ; tries += 1) {
        try {
          const value = await db.transaction(async (tx) => runUnit(withRows(tx), work, limit), {
            isolationLevel: 'read committed',
          })
          stats.commits += 1
          stats.units += 1
          return value as T
        } catch (error) {
          if (!again(pgErrorOf(error).code ?? '') || tries >= MAX_TRIES) throw translate(error)
          stats.retries += 1
          await sleep(Math.random() * Math.min(100, 2 ** tries))
        }
      }
    },
    async lock(tx, key) {
      await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
    },
    async announce(tx, keys) {
      await tx.rows(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(keys)})`)
    },
    async listen(heard) {
      unlisten = await listen(heard)
    },
    async close() {
      await unlisten?.()
      await end()
    },
  }
}

/** A pool; every unit is a READ COMMITTED transaction, run again after a deadlock. */
export async function openPostgres(
  url: string,
  options: { max?: number; limit?: number } = {},
): Promise<Store> {
  const { default: pg } = await import('pg')
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { max = 20, limit = 5000 } = options
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    statement_timeout: limit,
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const listen: Listen = async (heard) => {
    let stopped = false
    let current: InstanceType<typeof pg.Client> | undefined
    const connect = async (): Promise<void> => {
      const client = new pg.Client({ connectionString: url })
      const retry = () => {
        if (stopped || current !== client) return
        current = undefined
        heard(null)
        setTimeout(() => void connect().catch(retryLater), 1000).unref()
      }
      client.on('error', retry)
      client.on('end', retry)
      client.on('notification', (n) => heard(JSON.parse(n.payload ?? '[]') as string[]))
      current = client
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      heard(null)
    }
    const retryLater = () => void setTimeout(() => !stopped && void connect().catch(retryLater), 1000).unref()
    await connect()
    return async () => {
      stopped = true
      await current?.end()
    }
  }
  const db = drizzle(pool, { casing: 'snake_case' }) as unknown as Handle
  return overHandle(db, listen, () => pool.end(), limit)
}

/** PostgreSQL inside the process, one connection: a smoke test of the dialect where no server is at hand. */
export async function openPglite(): Promise<Store> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle } = await import('drizzle-orm/pglite')
  const { migrate } = await import('drizzle-orm/pglite/migrator')
  const { migrationsFolder } = await import('./migrate.ts')
  const client = await PGlite.create()
  const db = drizzle(client, { casing: 'snake_case' })
  await migrate(db, { migrationsFolder: migrationsFolder('pg') })
  return overHandle(
    db as unknown as Handle,
    async () => async () => {},
    () => client.close(),
    20_000,
  )
}
