import type { Kind } from './contract.ts'

export const kindLabels: Record<Kind, string> = {
  outage: '停水停电',
  payment: '缴费',
  checkup: '体检',
  party: '党群服务',
  policy: '政策',
  other: '其他',
}
