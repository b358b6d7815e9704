import type { NoticeDetail } from '@tmt/shared/notices/contract.ts'

/** A notice as its outputs show it; one that is being written has no address yet. */
export type Shown = Omit<NoticeDetail, 'id'> & { id: string | null }
