import type { HelpedAct } from '@tmt/shared/helping/contract.ts'
import type { Raise } from '../platform/events.ts'
import type { Read, Write } from '../platform/store.ts'
import type { HelpedActs } from './acts.ts'
import { calledBy } from './helping.ts'
import { type ActRow, markUndone } from './store.ts'

/** One act in words, and whether it can be taken back now. */
export async function actView(db: Read, acts: HelpedActs, row: ActRow, now: number): Promise<HelpedAct> {
  const { id, at, kinship, undoneAt } = row
  const act = acts[row.action]
  return {
    id,
    at,
    helper: calledBy({ name: row.helper, phoneMask: row.helperPhone }),
    kinship,
    ...(await wordsOf(db, acts, row)),
    undoable: undoneAt === null && ((await act?.undoable(db, row, now)) ?? false),
    undoneAt,
  }
}
/** What was done, and to what. */
export async function wordsOf(db: Read, acts: HelpedActs, { action, subject }: ActRow) {
  const act = acts[action]
  return { did: act?.did ?? '办事', title: (await act?.title(db, subject)) ?? '' }
}
/** Takes an act back, or says why not; what it wrote is rolled back with the refusal. */
export async function takeBack(tx: Write, acts: HelpedActs, row: ActRow, now: number, raise: Raise) {
  const act = acts[row.action]
  if (!(await markUndone(tx, row.id, now))) return 'undone'
  const possible = (await act?.undoable(tx, row, now)) ?? false
  return possible && (await act!.undo(tx, row, now, raise)) ? null : 'tooLate'
}
