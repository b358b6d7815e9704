import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import { engine } from './dialect.ts'
import { newId } from './ids.ts'
import { describe, type Log } from './log.ts'
import type { Store, Write } from './store.ts'
import { jobs } from './tables.ts'

export type Job = { id: string; kind: string; data: Record<string, unknown>; tries: number }
export type JobHandler = {
  /** Runs outside any unit; must bear being run twice. `job.id` is its idempotency key. */
  run(job: Job): Promise<void>
  /** How long one run may take before it counts as failed and may be started again. */
  leaseMs: number
  maxTries: number
}
/** Thrown by a handler when another try is useless: the job is dropped, and the log says why. */
export class GiveUp extends Error {}
/** Work that comes again by the clock, once each time, on whichever process is free. */
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

/** Removes work that was given up and last tried before `before`; at most `limit` rows. Returns how many went. */
export async function forgetDead(tx: Write, before: number, limit: number) {
  const old = tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.dead, true), lt(jobs.runAt, before)))
    .limit(limit)
  const gone = await tx.delete(jobs).where(inArray(jobs.id, old)).returning({ id: jobs.id })
  return gone.length
}

/** How many are run at the same time; all of them begin as soon as they are leased. */
const HANDFUL = 10

async function lease(
  store: Store,
  handlers: Record<string, JobHandler>,
  most: number,
  now: number,
): Promise<Job[]> {
  const kinds = Object.keys(handlers)
  if (kinds.length === 0 || most === 0) return []
  return store.write(async (tx) => {
    const due = await tx.rows<{ id: string; kind: string }>(
      sql`select id, kind from jobs where dead = ${engine === 'sqlite' ? sql`0` : sql`false`} and run_at <= ${now}
          and kind in ${kinds} order by run_at limit ${most} ${engine === 'sqlite' ? sql`` : sql`for update skip locked`}`,
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

type Outcome = { failure: unknown; givenUp: boolean }

/** Writes down how a run ended, unless its lease was over and somebody else has the job now. */
async function settle(store: Store, job: Job, outcome: Outcome, every: number | undefined, now: number) {
  const { failure, givenUp } = outcome
  const mine = and(eq(jobs.id, job.id), eq(jobs.tries, job.tries))
  const said = failure === undefined ? null : describe(failure)
  const lastError = said && `${said.type}: ${said.message}`.slice(0, 500)
  await store.write(async (tx) => {
    if (every !== undefined && (!said || givenUp)) {
      const runAt = (Math.floor(now / every) + 1) * every
      await tx.update(jobs).set({ runAt, tries: 0, lastError }).where(mine)
    } else if (!said) {
      await tx.delete(jobs).where(mine)
    } else {
      // 2 s, 4 s, 8 s … up to an hour, so that a gateway that is down is not hammered.
      const runAt = now + Math.min(3_600_000, 1000 * 2 ** job.tries)
      // What was given up makes room for a new one of the same key.
      await tx
        .update(jobs)
        .set({ lastError, runAt, dead: givenUp, ...(givenUp && { key: null }) })
        .where(mine)
    }
  })
}

async function withinLease(handler: JobHandler, job: Job) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the lease is over')), handler.leaseMs)
  })
  try {
    await Promise.race([handler.run(job), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Leases due jobs and runs them, a handful at a time, until stopped. Several processes may do so at once. */
export function startJobs(options: {
  store: Store
  handlers: Record<string, JobHandler>
  recurring: readonly Recurring[]
  log: Log
  now: () => number
  pollMs?: number
}) {
  const { store, handlers, recurring, log, now, pollMs = 1000 } = options
  const everyMs = new Map(recurring.map((r) => [r.kind, r.everyMs]))
  const stopping = new AbortController()
  const stopped = () => stopping.signal.aborted
  let scheduled = false

  /** A recurring job is one row that stays; each run moves it to its next time. */
  async function schedule() {
    for (const { kind } of recurring)
      await store.write((tx) => enqueue(tx, { kind, data: {}, runAt: now(), key: kind }))
    scheduled = true
  }
  async function runOne(job: Job) {
    const handler = handlers[job.kind]!
    const outcome: Outcome = { failure: undefined, givenUp: false }
    try {
      await withinLease(handler, job)
    } catch (error) {
      const dropped = error instanceof GiveUp
      outcome.failure = dropped ? undefined : (error ?? new Error('failed'))
      outcome.givenUp = job.tries >= handler.maxTries
      const { tries, kind } = job
      log[outcome.givenUp ? 'error' : 'warn']({ job: job.id, kind, tries, err: error }, 'job failed')
    }
    await settle(store, job, outcome, everyMs.get(job.kind), now())
  }
  const running = new Set<Promise<void>>()
  function begin(job: Job) {
    const run = runOne(job)
      .catch((error: unknown) => log.error({ err: error }, 'job not settled'))
      .finally(() => running.delete(run))
    running.add(run)
  }
  async function loop() {
    while (!stopped()) {
      let found = 0
      try {
        if (!scheduled) await schedule()
        const taken = await lease(store, handlers, HANDFUL - running.size, now())
        found = taken.length
        for (const job of taken) begin(job)
      } catch (error) {
        log.error({ err: error }, 'jobs paused')
      }
      if (found > 0) continue
      // A place that becomes free is filled at once: a long sweep holds up nobody.
      const pause = sleep(pollMs, undefined, { signal: stopping.signal }).catch(() => {})
      await (running.size === HANDFUL ? Promise.race([pause, ...running]) : pause)
    }
    await Promise.all(running)
  }
  const done = loop()
  return {
    /** Finishes the jobs in hand; the others are taken up after the restart. */
    async stop() {
      stopping.abort()
      await done
    },
  }
}
