import type { DueGroup } from '@tmt/shared/due.ts'
import type { Tone } from '../../ui/Tag'

export const groupLabels: Record<DueGroup, string> = {
  overdue: '逾期',
  today: '今天到期',
  open: '待办',
}
export const groupTones: Record<DueGroup, Tone> = { overdue: 'plum', today: 'ginkgo', open: 'river' }
