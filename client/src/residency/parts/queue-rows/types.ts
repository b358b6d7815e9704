import type { Claim } from '@tmt/shared/residency/staff-contract.ts'

export type QueueRowsProps = {
  claims: readonly Claim[]
  now: number
  onPick: (at: number) => void
  /** Whose details stand beside the list. */
  chosen?: number | undefined
}
