import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import { explain, mayRunAgain } from './postgres-errors.ts'
import { CHANNEL, listenTo, payloadOf } from './postgres-listen.ts'
import { refuseNested, runUnit, type Store, Unavailable, type Unit, type Write } from './store.ts'

const MAX_TRIES = 12

/** The part of drizzle's PostgreSQL handles that is used here, on node-postgres and PGlite alike. */
type Handle = { execute(query: SQL): Promise<unknown> }

function withRows(handle: Handle): Write {
  return Object.assign(handle, {
    rows: async (query: SQL) => ((await handle.execute(query)) as { rows: unknown[] }).rows,
  }) as unknown as Write
}

type Parts = Pick<Store, 'read' | 'listen'> & {
  close: () => Promise<void>
  /** Runs a unit in a transaction of its own. */
  transaction: <T>(work: Unit<T>) => Promise<T>
}

function storeOver({ transaction, close, ...parts }: Parts): Store {
  const stats = { commits: 0, units: 0, retries: 0 }
  const open = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  async function runAgain<T>(work: Unit<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        const value = await transaction(work)
        stats.commits += 1
        stats.units += 1
        return value
      } catch (error) {
        if (!mayRunAgain(error) || tries >= MAX_TRIES) throw explain(error)
        stats.retries += 1
        await sleep(Math.random() * Math.min(100, 2 ** tries))
      }
    }
  }
  return {
    ...parts,
    stats,
    explain,
    async write(work) {
      refuseNested()
      if (closing) throw new Unavailable('the database is closed')
      const unit = runAgain(work)
      open.add(unit)
      return unit.finally(() => open.delete(unit))
    },
    async ping() {
      await parts.read.rows(sql`select 1`)
    },
    close() {
      closing ??= Promise.allSettled(open).then(close)
      return closing
    },
    async lock(tx, key) {
      await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
    },
    async announce(tx, keys) {
      await tx.rows(sql`select pg_notify(${CHANNEL}, ${payloadOf(keys)})`)
    },
  }
}

export type PostgresOptions = {
  /** Most connections for units, and as many again for reads: slow units never keep readers waiting. */
  max?: number
  /** Most milliseconds that one unit or one statement may take. */
  limit?: number
}

/** Two pools; every unit is a READ COMMITTED transaction, run again after a deadlock. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { default: pg } = await import('pg')
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { max = 10, limit = 5000 } = options
  // Counts and sums come as numbers, as they do from SQLite.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)

  const openPool = (settings: string) => {
    const pool = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      statement_timeout: limit,
      options: settings,
    })
    // A connection that breaks is replaced by the pool. Without listeners, on the pool for those at rest and on
    // each for those in use, it would end the process.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    return pool
  }
  const readers = openPool('-c default_transaction_read_only=on')
  const writers = openPool(`-c idle_in_transaction_session_timeout=${limit * 2}`)

  // A handle for each connection, so that prepared queries are built once on it.
  const handles = new WeakMap<PoolClient, Write>()
  const handleOf = (client: PoolClient) => {
    const known = handles.get(client)
    if (known) return known
    const handle = withRows(drizzle(client, { casing: 'snake_case' }))
    handles.set(client, handle)
    return handle
  }

  async function transaction<T>(work: Unit<T>): Promise<T> {
    const client = await writers.connect()
    let broken = false
    try {
      await client.query('begin isolation level read committed')
      const value = await runUnit(handleOf(client), work, limit)
      const { command } = await client.query('commit')
      // PostgreSQL answers so when a statement had failed and the unit went on all the same.
      if (command !== 'COMMIT') throw new Error('a unit went on after a failed statement: nothing was kept')
      return value
    } catch (error) {
      // What took too long may still be at it: its connection is cut, which takes everything back.
      broken = error instanceof Unavailable
      if (!broken)
        await client.query('rollback').catch(() => {
          broken = true
        })
      throw error
    } finally {
      client.release(broken)
    }
  }

  let unlisten: (() => Promise<void>) | undefined
  return storeOver({
    read: withRows(drizzle(readers, { casing: 'snake_case' })),
    transaction,
    async listen(heard) {
      unlisten = await listenTo(url, heard)
    },
    async close() {
      await unlisten?.()
      await Promise.all([readers.end(), writers.end()])
    },
  })
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
  return storeOver({
    read: withRows(db),
    transaction: (work) => db.transaction((tx) => runUnit(withRows(tx), work, 20_000)),
    listen: async () => {},
    close: () => client.close(),
  })
}
