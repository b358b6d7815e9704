import { everybody } from '@tmt/shared/notices/audience-rules.ts'
import type { NoticeCard, NoticeDetail } from '@tmt/shared/notices/contract.ts'
import type { ManagedNotice } from '@tmt/shared/notices/staff-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'

export const NOTICE = '01999999-0000-7000-8000-0000000000a1'

/** Water off in an hour, for three. */
export function managed(more: Partial<ManagedNotice> = {}): ManagedNotice {
  const now = Date.now()
  return {
    id: NOTICE,
    division: '321202001001',
    divisionName: '演示居委会',
    kind: 'outage',
    title: '3号楼停水',
    body: '抢修主管，请提前存水。',
    startsAt: now + HOUR,
    endsAt: now + 4 * HOUR,
    phone: '0523-00000101',
    validUntil: now + DAY,
    listedUntil: now + DAY,
    urgent: false,
    pinned: false,
    status: 'published',
    publishedAt: now - HOUR,
    changedAt: now - HOUR,
    withdrawnAt: null,
    withdrawReason: null,
    corrections: [],
    ...everybody,
    version: 1,
    reads: 7,
    demo: true,
    ...more,
  }
}
export function notice(more: Partial<ManagedNotice> = {}): NoticeDetail {
  const { reads: _reads, ...rest } = managed(more)
  return rest
}
export function noticeCard(more: Partial<NoticeCard> = {}): NoticeCard {
  const { id, division, divisionName, kind, title, startsAt, endsAt } = managed()
  const { listedUntil, urgent, pinned, status, publishedAt, demo } = managed()
  const facts = { id, division, divisionName, kind, title, startsAt, endsAt }
  return {
    ...facts,
    ...everybody,
    listedUntil,
    urgent,
    pinned,
    status,
    publishedAt,
    correctedAt: null,
    demo,
    ...more,
  }
}
