import { endHelp, type HelpedAct, helpedActs, myHelps, undoHelpedAct } from '@tmt/shared/helping/contract.ts'
import { mostHelped } from '@tmt/shared/helping/rules.ts'
import { answer, perform, type Route } from '../platform/endpoint.ts'
import { PAGE, pageOf, readCursor } from '../platform/paging.ts'
import type { HelpedActs } from './acts.ts'
import { beginRoutes, type BeginParts } from './begin-routes.ts'
import { codeRoutes } from './code-routes.ts'
import { counterRoutes } from './counter-routes.ts'
import { findAct, findHelp, finishHelp, helpedOf, helpersOf, listActs } from './store.ts'
import { actView, takeBack } from './undoing.ts'

export type HelpingParts = BeginParts & { acts: HelpedActs }

const everyone = () => true

export function helpingRoutes(parts: HelpingParts): Route[] {
  const { acts } = parts
  const mine = answer(myHelps, {
    load: async (_db, _input, actor) => actor.personId,
    sees: everyone,
    view: async ({ db, subject, now }) => ({
      helping: await helpedOf(db, subject, now),
      helpedBy: (await helpersOf(db, subject, now)).map(({ helperId: _, ...help }) => help),
      most: mostHelped.family,
    }),
  })
  const end = perform(endHelp, {
    load: (tx, { id }) => findHelp(tx, id),
    // Either side; the counter has a way of its own, with a reason.
    sees: (actor, { helperId, personId }) => [helperId, personId].includes(actor.personId),
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
      const obstacle = await takeBack(tx, acts, subject, now, raise)
      if (obstacle) return refuse(obstacle)
      return actView(tx, acts, { ...subject, undoneAt: now }, now)
    },
    audit: ({ id }, { action, subject }) => ({ subject: id, details: { action, of: subject } }),
  })
  return [mine, ...beginRoutes(parts), end, list, undo, ...codeRoutes(parts), ...counterRoutes(parts)]
}
