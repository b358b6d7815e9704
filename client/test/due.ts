import type { Due } from '@tmt/shared/due.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { ID } from './activities.ts'

export const dueId = (n: number) => `01999999-0000-7000-8000-00000000000${n}`
/** A draft that has to be out within a day and an hour. */
export function due(more: Partial<Due> = {}): Due {
  return {
    kind: 'activityDraft',
    id: ID,
    title: '圆桌会',
    note: '草稿，还没发布',
    until: Date.now() + DAY + HOUR,
    since: Date.now() - DAY,
    communityId: '321202001001',
    ...more,
  }
}
