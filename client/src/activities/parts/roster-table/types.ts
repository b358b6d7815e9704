import type { RosterRow } from '@tmt/shared/activities/contract.ts'

export type RosterTableProps = { rows: readonly RosterRow[]; now: number }
