import type { ActivityCard } from '@tmt/shared/activities/contract.ts'

export type ManagedRowsProps = {
  activities: readonly ActivityCard[]
  now: number
  onPick: (id: string) => void
  /** This one's details stand beside the list. */
  chosen?: string | undefined
}
