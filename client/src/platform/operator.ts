import { create } from 'zustand'

/** Who runs this and under which filing number, in words; null until the server's settings were read. */
export type Operator = { operator: string; filing: string }
const useTold = create<{ told: Operator | null }>(() => ({ told: null }))

export function useOperator() {
  return useTold((s) => s.told)
}
/** As the server's settings say. */
export function tellOperator(told: Operator | null) {
  useTold.setState({ told })
}
