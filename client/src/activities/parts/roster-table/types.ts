import type { RosterPart, RosterRow } from '@tmt/shared/activities/staff-contract.ts'

export type RosterTableProps = {
  activityId: string
  part?: RosterPart
  rows: readonly RosterRow[]
  now: number
}
