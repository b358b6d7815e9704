import { RosterList } from '../roster-list.tsx'
import type { RosterTableProps } from './types.ts'

/** Who signed up. On a phone each is a row. */
export function RosterTable(props: RosterTableProps) {
  return <RosterList {...props} />
}
