import type { Kind } from './contract.ts'

export const kindLabels: Record<Kind, string> = {
  error: '找错',
  suggestion: '建议',
  praise: '表扬',
  other: '其他',
}
