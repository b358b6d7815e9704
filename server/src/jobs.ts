import { fileJobs } from './files/jobs.ts'
import { peopleJobs } from './people/jobs.ts'
import type { JobHandler, Recurring } from './platform/jobs.ts'
import { sweeping } from './platform/sweep.ts'

export type JobParts = Parameters<typeof peopleJobs>[0] & Parameters<typeof fileJobs>[0]

/** What the product does by itself: each kind of job with its handler, and what recurs. */
export function createJobs(parts: JobParts) {
  const all = [peopleJobs(parts), sweeping(parts), fileJobs(parts)]
  const handlers: Record<string, JobHandler> = Object.assign({}, ...all.map((part) => part.handlers))
  const recurring: Recurring[] = all.flatMap((part) => part.recurring)
  return { handlers, recurring }
}
