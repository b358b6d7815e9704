import type { Cause } from '@tmt/shared/moderation/contract.ts'
import { reasonOf } from '@tmt/shared/moderation/labels.ts'
import { isShown, stateAfter } from '@tmt/shared/moderation/rules.ts'
import type { ContentVerdict } from '../gateways/wechat/gateway.ts'
import { record } from '../platform/audit.ts'
import type { Happened } from '../platform/events.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
import type { Write } from '../platform/store.ts'
import { contentHidden, shownChanged } from './events.ts'
import { type Check, settle, standingOf } from './store.ts'

export type Tell = (happened: Happened) => void

/** Tells all who show the thing, where a decision changed whether it may be seen. */
export async function tellShown(tx: Write, before: Check, after: Check, tell: Tell) {
  if (before.shown !== after.shown || (!after.shown && before.state !== after.state)) {
    const { kind, subjectId } = after
    tell(shownChanged({ kind, subjectId, ...(await standingOf(tx, after)) }))
  }
  if (after.state === 'hidden' && before.state !== 'hidden') {
    const { id: checkId, kind, subjectId, communityId, authorId, reason, note } = after
    tell(contentHidden({ checkId, kind, subjectId, communityId, authorId, reason: reason ?? 'other', note }))
  }
}

/** Writes down what the gateway found, in a unit of its own; the same again changes nothing. */
export async function judge(ownUnit: OwnUnit, check: Check, outcome: ContentVerdict | Cause) {
  const byPerson = typeof outcome === 'string'
  const { state, cause } = byPerson
    ? { state: 'review' as const, cause: outcome }
    : stateAfter(outcome.suggest)
  const { official, shown: was } = check
  // It waits for a person already.
  if (byPerson && check.state === 'review') return
  await ownUnit(async ({ tx, tell, now }) => {
    const change = {
      state,
      cause,
      label: byPerson ? null : outcome.label,
      shown: isShown(state, { official, was }),
      reason: state === 'hidden' && !byPerson ? reasonOf(outcome.label) : null,
      waitsSince: state === 'review' ? now : null,
    }
    const settled = await settle(tx, check, change, now)
    if (!settled) return
    await tellShown(tx, check, settled, tell)
    if (state !== 'passed') {
      const noted = { action: 'moderation.judge', outcome: 'done', actor: { personId: null } } as const
      const subject = { subject: check.id, details: { state, cause } }
      await record(tx, { ...noted, ...subject, requestId: 'job', at: now })
    }
  })
}
