import { aboutMe } from './about-me.ts'
import { identityJobs } from './identity/jobs.ts'
import { peopleJobs } from './people/jobs.ts'
import type { JobHandler, Recurring } from './platform/jobs.ts'
import { sweeping } from './platform/sweep.ts'
import { privacyJobs } from './privacy/jobs.ts'

export type JobParts = Parameters<typeof peopleJobs>[0]

/** What the product does by itself: each kind of job with its handler, and what recurs. */
export function createJobs(parts: JobParts) {
  const all = [peopleJobs(parts), sweeping(parts), identityJobs(parts), privacyJobs({ ...parts, aboutMe })]
  const handlers: Record<string, JobHandler> = Object.assign({}, ...all.map((part) => part.handlers))
  const recurring: Recurring[] = all.flatMap((part) => part.recurring)
  return { handlers, recurring }
}
