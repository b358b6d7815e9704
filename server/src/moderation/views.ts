import type { MyItem, QueueItem } from '@tmt/shared/moderation/contract.ts'
import { foundLabel } from '@tmt/shared/moderation/labels.ts'
import { obstacleToAppeal } from '@tmt/shared/moderation/rules.ts'
import { pictureView } from '../files/links.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Check, QueueRow, Report } from './store.ts'

function common(check: Check) {
  const { id, kind, subjectId, part, excerpt, state, shown, reason, note, changedAt } = check
  const { appealText: text, appealedAt: at, appealOutcome: outcome, appealAnswer: answer } = check
  const appeal = text === null || at === null ? null : { text, at, outcome, answer }
  return { id, kind, subjectId, part, excerpt, state, shown, reason, note, appeal, changedAt }
}

/** `reports` without who made them. */
export function queueView(
  { check, authorName }: QueueRow,
  reports: readonly Report[],
  context: { personId: string; secrets: Secrets; now: number },
): QueueItem {
  const { communityId, cause, label, part, content, excerpt, authorId, hiddenBy } = check
  const picture = part === 'picture' ? pictureView({ file: content, alt: excerpt }, context) : null
  return {
    ...common(check),
    communityId,
    cause,
    found: label === null || label === 100 ? null : foundLabel(label),
    picture,
    author: { name: authorName, me: authorId === context.personId },
    hiddenByMe: hiddenBy === context.personId,
    reports: reports.map(({ reason, note, at }) => ({ reason, note, at })),
  }
}
export function myView(check: Check): MyItem {
  return { ...common(check), mayAppeal: obstacleToAppeal(check) === null }
}
