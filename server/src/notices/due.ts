import type { Due } from '@tmt/shared/due.ts'
import { beyondOf, levelOf } from '@tmt/shared/divisions/rules.ts'
import { isStaffAt, mayPublishNoticeFor } from '../people/policy.ts'
import type { StaffDue } from '../platform/due.ts'
import { countDrafts, type Draft, listDrafts } from './due-store.ts'

const waitsForOthers = (division: string) =>
  levelOf(division) === 'community' ? '通知草稿，等村（居）委会成员发布' : '通知草稿，等该单位的工作人员发布'

const dueOf = ({ id, division, title, listedUntil, createdAt }: Draft, mayPublish: boolean): Due => ({
  kind: 'noticeDraft',
  id,
  communityId: division,
  title,
  note: mayPublish ? '通知草稿，等您看过发布' : waitsForOthers(division),
  until: listedUntil,
  since: createdAt,
})

/** Drafts that wait: to be let out by whoever may, to be finished by whoever writes. */
export const noticeStaffDue: StaffDue = {
  async list(db, { actor, communityId, now, after, limit }) {
    const at = { division: communityId }
    if (!isStaffAt(actor, at)) return []
    const drafts = await listDrafts(db, communityId, now, after, limit)
    return drafts.map((draft) => dueOf(draft, mayPublishNoticeFor(actor, at)))
  },
  counts: async (db, { actor, scope, now }) =>
    isStaffAt(actor, { division: scope })
      ? countDrafts(db, { first: scope, beyond: beyondOf(scope) }, now)
      : [],
}
