import { and, eq, lte, sql } from 'drizzle-orm'
import { engine } from './dialect.ts'
import { newId } from './ids.ts'
import type { Log } from './log.ts'
import type { Store, Write } from './store.ts'
import { jobs } from './tables.ts'

export type Job = { id: string; kind: string; data: Record<string, unknown>; tries: number }
export type JobHandler = {
  /** Runs outside any unit; must bear being run twice. `job.id` is its idempotency key. */
  run(job: Job): Promise<void>
  /** How long one run may take before somebody else may start it again. */
  leaseMs: number
  maxTries: number
}
/** Work that comes again by the clock, on whichever process is free. */
export type Recurring = { kind: string; everyMs: number }

/** Queues work in the same unit as what caused it; a unit that fails leaves no job. */
export async function enqueue(
  tx: Write,
  job: { kind: string; data: Record<string, unknown>; runAt: number; key?: string },
) {
  await tx
    .insert(jobs)
    .values({ id: newId(), ...job })
    .onConflictDoNothing()
}

async function lease(store: Store, kinds: string[], handlers: Record<string, JobHandler>, now: number) {
  return store.write(async (tx) => {
    const due = await tx.rows<{ id: string; kind: string }>(
      sql`select id, kind from jobs where dead = ${engine === 'sqlite' ? sql`0` : sql`false`} and run_at <= ${now}
          and kind in ${kinds} order by run_at limit 10 ${engine === 'sqlite' ? sql`` : sql`for update skip locked`}`,
    )
    const taken: Job[] = []
    for (const { id, kind } of due) {
      const [row] = await tx
        .update(jobs)
        .set({ runAt: now + handlers[kind]!.leaseMs, tries: sql`${jobs.tries} + 1` })
        .where(and(eq(jobs.id, id), lte(jobs.runAt, now)))
        .returning()
      if (row) taken.push(row)
    }
    return taken
  })
}

async function settle(store: Store, job: Job, handler: JobHandler, error: unknown, now: number) {
  await store.write(async (tx) => {
    if (error === undefined) return void (await tx.delete(jobs).where(eq(jobs.id, job.id)))
    const lastError = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown'
    const dead = job.tries >= handler.maxTries
    // 2 s, 4 s, 8 s … up to an hour, so that a gateway that is down is not hammered.
    const runAt = now + Math.min(3_600_000, 1000 * 2 ** job.tries)
    await tx
      .update(jobs)
      .set({ lastError, dead, runAt, key: dead ? null : undefined })
      .where(eq(jobs.id, job.id))
  })
}

/** Leases due jobs and runs them, one after another, until stopped. Several processes may do so at once. */
export function startJobs(options: {
  store: Store
  handlers: Record<string, JobHandler>
  recurring: readonly Recurring[]
  log: Log
  now(): number
  pollMs?: number
}) {
  const { store, handlers, recurring, log, now, pollMs = 1000 } = options
  const kinds = Object.keys(handlers)
  let stopped = false
  let wake: (() => void) | undefined
  const lastSlot = new Map<string, number>()

  async function schedule() {
    for (const { kind, everyMs } of recurring) {
      const slot = Math.floor(now() / everyMs)
      if (lastSlot.get(kind) === slot) continue
      await store.write((tx) => enqueue(tx, { kind, data: {}, runAt: now(), key: kind }))
      lastSlot.set(kind, slot)
    }
  }
  async function runOne(job: Job) {
    const handler = handlers[job.kind]!
    let failure: unknown
    try {
      await handler.run(job)
    } catch (error) {
      failure = error ?? new Error('failed')
      const givenUp = job.tries >= handler.maxTries
      log[givenUp ? 'error' : 'warn'](
        { job: job.id, kind: job.kind, tries: job.tries, givenUp, err: failure },
        'job failed',
      )
    }
    await settle(store, job, handler, failure, now())
  }
  async function loop() {
    while (!stopped) {
      let found = 0
      try {
        await schedule()
        const taken = await lease(store, kinds, handlers, now())
        found = taken.length
        for (const job of taken) await runOne(job)
      } catch (error) {
        log.error({ err: error }, 'jobs paused')
      }
      if (found > 0 || stopped) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      wake = undefined
    }
  }
  const done = loop()
  return {
    /** Looks now instead of at the next poll. */
    kick: () => wake?.(),
    /** Finishes the job in hand; the others are taken up after the restart. */
    async stop() {
      stopped = true
      wake?.()
      await done
    },
  }
}
