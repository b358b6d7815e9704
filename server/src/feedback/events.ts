import { event } from '../platform/events.ts'

/** An opinion got its answer, or the answer was corrected. `personId` is null where a guest wrote. */
export const opinionAnswered = event<{
  id: string
  personId: string | null
  answer: string
  corrected: boolean
}>('feedback.answered')
