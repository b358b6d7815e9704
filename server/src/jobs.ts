import { peopleJobs } from './people/jobs.ts'
import { reacting } from './platform/events.ts'
import type { JobHandler, Recurring } from './platform/jobs.ts'
import { sweeping } from './platform/sweep.ts'
import { reactions } from './reactions.ts'
import { residencyJobs } from './residency/jobs.ts'

export type JobParts = Parameters<typeof peopleJobs>[0]

/** What the product does by itself: each kind of job with its handler, and what recurs. */
export function createJobs(parts: JobParts) {
  const all = [peopleJobs(parts), sweeping(parts), residencyJobs({ ...parts, react: reacting(reactions) })]
  const handlers: Record<string, JobHandler> = Object.assign({}, ...all.map((part) => part.handlers))
  const recurring: Recurring[] = all.flatMap((part) => part.recurring)
  return { handlers, recurring }
}
