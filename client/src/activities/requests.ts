import { listActivities, type Category } from '@tmt/shared/activities/contract.ts'
import { usePages } from '../platform/queries.ts'

export type ListFilter = {
  division: string
  category?: Category | undefined
  when: 'upcoming' | 'past'
  from?: string
  to?: string
  free?: 'yes'
}

/** Activities of a community or a town, in pages; the old list stays while a filter changes. */
export function useActivities(filter: ListFilter, enabled = true) {
  return usePages(listActivities, filter, { enabled, hold: true })
}
