import { activityJobs } from './activities/jobs.ts'
import { audiences } from './audiences.ts'
import { messageJobs } from './messages/jobs.ts'
import { noticeJobs } from './notices/jobs.ts'
import { peopleJobs } from './people/jobs.ts'
import { reacting } from './platform/events.ts'
import type { JobHandler, Recurring } from './platform/jobs.ts'
import { sweeping } from './platform/sweep.ts'
import { reactions } from './reactions.ts'
import { residencyJobs } from './residency/jobs.ts'

type PartsOf<F extends (parts: never) => unknown> = Parameters<F>[0]
export type JobParts = PartsOf<typeof peopleJobs> &
  PartsOf<typeof activityJobs> &
  Omit<PartsOf<typeof messageJobs>, 'audiences'>

/** What the product does by itself: each kind of job with its handler, and what recurs. */
export function createJobs(parts: JobParts) {
  const all = [
    peopleJobs(parts),
    activityJobs(parts),
    messageJobs({ ...parts, audiences }),
    noticeJobs(parts),
    residencyJobs({ ...parts, react: reacting(reactions) }),
    sweeping(parts),
  ]
  const handlers: Record<string, JobHandler> = Object.assign({}, ...all.map((part) => part.handlers))
  const recurring: Recurring[] = all.flatMap((part) => part.recurring)
  return { handlers, recurring }
}
