import type { Kind } from './contract.ts'

export const kindLabels: Record<Kind, string> = {
  committee: '村（居）委会',
  grid: '网格员',
  police: '派出所、民警辅警',
  governance: '政法和社会管理局',
  justice: '司法所',
  legalService: '法律服务所',
  lawyer: '法律顾问',
  association: '议事会、调解会等',
  clinic: '卫生室、卫生服务站',
  property: '物业',
  other: '其他',
}
