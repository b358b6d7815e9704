import type { MyItem, QueueItem } from '@tmt/shared/moderation/contract.ts'
import { ID } from './activities.ts'

export const CHECK = '01999999-0000-7000-8000-0000000000c1'
/** Something that was reported and waits for a person. */
export function queueItem(more: Partial<QueueItem> = {}): QueueItem {
  return {
    id: CHECK,
    kind: 'activity',
    subjectId: ID,
    part: 'text',
    excerpt: '太极拳入门课\n每个动作慢慢教。',
    state: 'review',
    shown: true,
    reason: null,
    note: null,
    appeal: null,
    changedAt: Date.now(),
    communityId: '321202001001',
    cause: 'reported',
    found: null,
    picture: null,
    author: { name: '演示乙', me: false },
    hiddenByMe: false,
    reports: [{ reason: 'fraud', note: '要先交钱', at: Date.now() }],
    ...more,
  }
}
/** Something of one's own that is hidden. */
export function myItem(more: Partial<MyItem> = {}): MyItem {
  const {
    communityId: _c,
    cause: _w,
    found: _f,
    picture: _p,
    author: _a,
    hiddenByMe: _h,
    reports: _r,
    ...rest
  } = queueItem()
  return { ...rest, state: 'hidden', shown: false, reason: 'fraud', note: null, mayAppeal: true, ...more }
}
