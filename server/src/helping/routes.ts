import { endHelp, helpedActs, myHelps, undoHelpedAct, type HelpedAct } from '@tmt/shared/helping/contract.ts'
import { mostHelped } from '@tmt/shared/helping/rules.ts'
import { mayWriteFor } from '../people/policy.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { PAGE, pageOf, readCursor } from '../platform/paging.ts'
import type { Read } from '../platform/store.ts'
import type { HelpedActs } from './acts.ts'
import { beginRoutes, type BeginParts } from './begin-routes.ts'
import {
  type ActRow,
  findAct,
  findHelp,
  finishHelp,
  helpedOf,
  helpersOf,
  listActs,
  markUndone,
} from './store.ts'
import { calledBy } from './helping.ts'

export type HelpingParts = BeginParts & { acts: HelpedActs }

const everyone = () => true

async function actView(db: Read, acts: HelpedActs, row: ActRow, now: number): Promise<HelpedAct> {
  const { id, at, action, subject, kinship, undoneAt } = row
  const act = acts[action]
  return {
    id,
    at,
    helper: calledBy({ name: row.helper, phoneMask: row.helperPhone }),
    kinship,
    did: act?.did ?? '办事',
    title: (await act?.title(db, subject)) ?? '',
    undoable: undoneAt === null && ((await act?.undoable(db, row, now)) ?? false),
    undoneAt,
  }
}

export function helpingRoutes(parts: HelpingParts): Route[] {
  const { acts } = parts
  const mine = answer(myHelps, {
    load: async (_db, _input, actor) => actor.personId,
    sees: everyone,
    view: async ({ db, subject }) => ({
      helping: await helpedOf(db, subject),
      helpedBy: await helpersOf(db, subject),
      most: mostHelped.family,
    }),
  })
  const end = perform(endHelp, {
    load: (tx, { id }) => findHelp(tx, id),
    // Either side; and the counter where it was written down, for those who have no phone of their own.
    sees: (actor, { helperId, personId, communityId }) =>
      [helperId, personId].includes(actor.personId) ||
      (communityId !== null && mayWriteFor(actor, { communityId })),
    may: everyone,
    async run({ tx, actor, subject, now, refuse }) {
      if (!(await finishHelp(tx, subject.id, actor.personId, now))) return refuse('ended')
      return { ok: true as const }
    },
    audit: ({ id }, { helperId, personId }) => ({ subject: id, details: { helperId, personId } }),
  })
  const list = answer(helpedActs, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db, actor, input, now }) {
      const rows = await listActs(db, actor.personId, readCursor(input.cursor))
      const { items, next } = pageOf(rows, PAGE, (row) => row)
      const views: HelpedAct[] = []
      for (const row of items) views.push(await actView(db, acts, row, now))
      return { items: views, next }
    },
  })
  const undo = perform(undoHelpedAct, {
    load: (tx, { id }) => findAct(tx, id),
    sees: (actor, { personId }) => personId === actor.personId,
    may: everyone,
    async run({ tx, subject, now, refuse, raise }) {
      const act = acts[subject.action]
      if (!(await markUndone(tx, subject.id, now))) return refuse('undone')
      const possible = (await act?.undoable(tx, subject, now)) ?? false
      if (!possible || !(await act!.undo(tx, subject, now, raise))) return refuse('tooLate')
      return actView(tx, acts, { ...subject, undoneAt: now }, now)
    },
    audit: ({ id }, { action, subject }) => ({ subject: id, details: { action, of: subject } }),
  })
  return [mine, ...beginRoutes(parts), end, list, undo]
}
