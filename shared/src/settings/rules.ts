import type { Settings } from './contract.ts'

/** Who runs it, in words: an invented name is never put where none was entered. */
export function sayOperator({ demo, operatorName }: Pick<Settings, 'demo' | 'operatorName'>) {
  if (operatorName !== null) return operatorName
  return demo ? '演示，没有真实的运营单位' : '还没有写明，请向村（社区）窗口询问'
}
/** The filing number, in words. */
export function sayFiling({ demo, filingNumber }: Pick<Settings, 'demo' | 'filingNumber'>) {
  if (filingNumber !== null) return filingNumber
  return demo ? '演示，没有备案' : '还没有写明'
}
