import { activityJobs } from './activities/jobs.ts'
import { audiences } from './audiences.ts'
import { messageJobs } from './messages/jobs.ts'
import { noticeJobs } from './notices/jobs.ts'
import { aboutMe } from './about-me.ts'
import { helpingJobs } from './helping/jobs.ts'
import { identityJobs } from './identity/jobs.ts'
import { fileJobs } from './files/jobs.ts'
import { moderationJobs } from './moderation/jobs.ts'
import { peopleJobs } from './people/jobs.ts'
import type { JobHandler, Recurring } from './platform/jobs.ts'
import { sweeping } from './platform/sweep.ts'
import { residencyJobs } from './residency/jobs.ts'
import { privacyJobs } from './privacy/jobs.ts'
import { retained } from './retained.ts'
import { workbenchJobs } from './workbench/jobs.ts'

type PartsOf<F extends (parts: never) => unknown> = Parameters<F>[0]
export type JobParts = PartsOf<typeof peopleJobs> &
  PartsOf<typeof activityJobs> &
  PartsOf<typeof helpingJobs> &
  PartsOf<typeof moderationJobs> &
  PartsOf<typeof fileJobs> &
  Omit<PartsOf<typeof messageJobs>, 'audiences'>

/** What the product does by itself: each kind of job with its handler, and what recurs. */
export function createJobs(parts: JobParts) {
  const all = [
    peopleJobs(parts),
    activityJobs(parts),
    messageJobs({ ...parts, audiences }),
    noticeJobs(parts),
    residencyJobs(parts),
    identityJobs(parts),
    helpingJobs(parts),
    privacyJobs({ ...parts, aboutMe, retained }),
    workbenchJobs(parts),
    fileJobs(parts),
    moderationJobs(parts),
    sweeping(parts),
  ]
  const handlers: Record<string, JobHandler> = Object.assign({}, ...all.map((part) => part.handlers))
  const recurring: Recurring[] = all.flatMap((part) => part.recurring)
  return { handlers, recurring }
}
