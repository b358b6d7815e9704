import type { Raise } from '../platform/events.ts'
import type { Read, Write } from '../platform/store.ts'

/** What was done, to what, for whom and when. */
export type Done = { subject: string; personId: string; at: number }
/**
 * How one command that others may do for a person is told to that person, and undone. Each feature has its own; all of
 * them are in server/src/helped.ts, by the contract's name.
 */
export type HelpedAct = {
  /** `报名` */
  did: string
  /** What it was done to, in words: an activity's title. */
  title(db: Read, subject: string): Promise<string>
  /** Whether it stands as it was done, and can still be taken back. */
  undoable(db: Read, done: Done, now: number): Promise<boolean>
  /** Takes it back; false when somebody was faster. */
  undo(tx: Write, done: Done, now: number, raise: Raise): Promise<boolean>
}
export type HelpedActs = Record<string, HelpedAct>
