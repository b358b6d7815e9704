import { Cards } from '../queue-cards.tsx'
import type { QueueRowsProps } from './types.ts'

/** What waits. On a phone each is a card. */
export function QueueRows(props: QueueRowsProps) {
  return <Cards {...props} />
}
