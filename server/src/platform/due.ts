import type { Due, DueCounts } from '@tmt/shared/due.ts'
import type { Actor } from './actor.ts'
import { type Cursor, readCursor } from './paging.ts'
import type { Read } from './store.ts'

export type DueAsk = { actor: Actor; communityId: string; now: number; after: Cursor; limit: number }
/** Before everything: no id is empty, and nothing is due before the epoch. */
const FIRST: Cursor = { at: -1, id: '' }
/** Throws a 422 when it is not one of ours. */
export const dueAfter = (cursor: string | undefined) => readCursor(cursor) ?? FIRST

export type CommunityCounts = DueCounts & { communityId: string }

/** What waits for the staff, as one feature tells it in its `due.ts`; in `workbench/register.ts` it is one line. */
export type StaffDue = {
  /** Of one community, or what a unit above has to do itself; as far as the actor's own rights reach: the first `limit` by `byPressing` that come after. */
  list(db: Read, ask: DueAsk): Promise<Due[]>
  /** The same counted for each community of a scope. */
  counts(db: Read, ask: { actor: Actor; scope: string; now: number }): Promise<CommunityCounts[]>
}
/** How what is this person's own stands; one line in `home/register.ts`. */
export type MineDue = (db: Read, ask: { personId: string; now: number; limit: number }) => Promise<Due[]>
/** What everybody may take part in; kept as bytes until one of its generations is raised. */
export type OpenDue = {
  list(db: Read, ask: { communityId: string; now: number; limit: number }): Promise<Due[]>
  key(communityId: string): string
}
