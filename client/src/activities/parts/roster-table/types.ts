import type { RosterRow } from '@tmt/shared/activities/staff-contract.ts'

export type RosterTableProps = { activityId: string; rows: readonly RosterRow[]; now: number }
