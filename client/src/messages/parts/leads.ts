import type { About } from '@tmt/shared/messages/contract.ts'
import { go, type PageName } from '../../platform/pages.ts'

type Lead = { page: PageName; words: string; by?: 'place' }
/** Where a message leads, and what stands on the way there. */
const leads: Record<About['kind'], Lead> = {
  activity: { page: 'activity', words: '看这个活动' },
  residency: { page: 'myHome', words: '看这处住处' },
  seat: { page: 'mySeats', words: '看这一户、这处房产' },
  notice: { page: 'notice', words: '看通知全文' },
  check: { page: 'myModeration', words: '看这一条' },
  opinion: { page: 'myOpinions', words: '看我的意见' },
  workbench: { page: 'workbench', words: '打开工作台', by: 'place' },
}
export const sayLead = ({ kind }: About) => leads[kind].words
export function openLead({ kind, id }: About) {
  const { page, by = 'id' } = leads[kind]
  go(page, { [by]: id })
}
