import { beyondOf } from '@tmt/shared/divisions/rules.ts'
import { causeLabels, kindLabels, partLabels } from '@tmt/shared/moderation/labels.ts'
import { isStaffOf, mayModerateFor } from '../people/policy.ts'
import type { StaffDue } from '../platform/due.ts'
import { countLooks, listLooks, type Look } from './due-store.ts'

const why = ({ cause, appealedAt }: Look) =>
  appealedAt !== null ? '作者申诉，请答复' : cause === null ? '等人看' : causeLabels[cause]

/** What people wrote or showed, and waits to be looked at. */
export const moderationStaffDue: StaffDue = {
  async list(db, { actor, communityId, now: _now, after, limit }) {
    if (!mayModerateFor(actor, { communityId })) return []
    const looks = await listLooks(db, communityId, after, limit)
    return looks.map((look) => ({
      kind: 'contentLook',
      id: look.id,
      communityId: look.communityId,
      title: `看内容：${kindLabels[look.kind]}的${partLabels[look.part]}`,
      note: `${why(look)} · ${look.excerpt.slice(0, 20)}`,
      until: look.until,
      since: look.waitsSince!,
    }))
  },
  counts: async (db, { actor, scope, now }) =>
    isStaffOf(actor, { communityId: scope })
      ? countLooks(db, { first: scope, beyond: beyondOf(scope) }, now)
      : [],
}
