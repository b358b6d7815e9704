import type { HelpedBy, Scope } from './actor.ts'
import type { Read, Write } from './store.ts'

export type Act = HelpedBy & { personId: string; action: string; subject: string }

/**
 * How one person acts for another (帮家人办). The one who is helped is the actor, so that every rule looks at them; the
 * one who helps is named beside, and both stand in the audit log. Only what a contract calls `helpable` is done so.
 */
export type Helping = {
  /** Whom this relation lets the helper act for; undefined when it is none of theirs, or is over. */
  find(
    db: Read,
    help: HelpedBy,
    now: number,
  ): Promise<{ personId: string; roles: readonly Scope[] } | undefined>
  /** In the command's own unit: writes the act down and tells the person; false when the relation ended meanwhile. */
  note(tx: Write, act: Act, now: number): Promise<boolean>
}
