import { z } from 'zod/mini'
import { DivisionCode } from '../codes.ts'
import { Cursor, pageOf, query } from '../contract.ts'
import { Division } from '../divisions/contract.ts'
import { Due, DueCounts } from '../due.ts'

/** `communityId` may be a unit above a community: then it is what the unit itself has to do, not what waits below. */
export const listDue = query('workbench.due', {
  get: '/communities/:communityId/due',
  by: 'staff',
  audience: 'staff',
  summary: '一个村（社区）等着办的事，或上级单位自己等着办的事：逾期的在前，然后是今天到期的，再后是其他待办',
  param: z.strictObject({ communityId: DivisionCode }),
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: z.strictObject({ counts: DueCounts, ...pageOf(Due).shape }),
})

export const ScopeRow = z.strictObject({ division: Division, counts: DueCounts })
export type ScopeRow = z.output<typeof ScopeRow>
export const countDue = query('workbench.scope', {
  get: '/divisions/:code/due',
  by: 'staff',
  audience: 'staff',
  summary: '一个单位内各村（社区）等着办的事有几件，逾期多的在前；没有的不列',
  param: z.strictObject({ code: DivisionCode }),
  output: z.strictObject({ counts: DueCounts, items: z.array(ScopeRow) }),
})
export const workbenchEndpoints = [listDue, countDue] as const
