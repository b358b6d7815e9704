import type { Reason, SubjectKind } from '@tmt/shared/moderation/contract.ts'
import { event } from '../platform/events.ts'

/** Something may be seen again, or no more. `why` is what its author and staff are told. */
export const shownChanged = event<{
  kind: SubjectKind
  subjectId: string
  shown: boolean
  why: string | null
}>('moderation.shownChanged')
/** Something was hidden; its author has to be told why, and that an appeal is possible. */
export const contentHidden = event<{
  checkId: string
  kind: SubjectKind
  subjectId: string
  communityId: string
  authorId: string
  reason: Reason
  note: string | null
}>('moderation.hidden')
/** An appeal was answered. */
export const appealAnswered = event<{
  checkId: string
  kind: SubjectKind
  authorId: string
  outcome: 'granted' | 'refused'
  answer: string
}>('moderation.appealAnswered')
