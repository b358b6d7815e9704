import { ActivityList } from '../activity-list.tsx'
import type { ManagedRowsProps } from './types.ts'

/** What the staff choose from. On a phone each is a card. */
export function ManagedRows(props: ManagedRowsProps) {
  return <ActivityList {...props} />
}
