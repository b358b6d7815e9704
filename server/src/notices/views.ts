import type { NoticeDetail } from '@tmt/shared/notices/contract.ts'
import type { ManagedNotice } from '@tmt/shared/notices/staff-contract.ts'
import type { Read } from '../platform/store.ts'
import { correctionsOf, findNotice, type Notice } from './store.ts'

/** What staff see of a notice: everything but who wrote it and when. */
export async function managedView(db: Read, notice: Notice): Promise<ManagedNotice> {
  const { createdBy: _author, createdAt: _made, rank: _rank, correctedAt: _corrected, ...shown } = notice
  return { ...shown, corrections: await correctionsOf(db, notice.id) }
}
/** What everybody sees: the same without the count of readers, which would make every reading a new answer. */
export async function detailView(db: Read, notice: Notice): Promise<NoticeDetail> {
  const { reads: _reads, ...shown } = await managedView(db, notice)
  return shown
}
export const reread = async (db: Read, id: string) => managedView(db, (await findNotice(db, id))!)
