import { z } from 'zod/mini'
import { DivisionCode } from '../codes.ts'
import { query } from '../contract.ts'

// By itself, since the tabs ask for it: the mini-program's main package holds no more than it must.
export const countClaims = query('residency.waiting', {
  get: '/communities/:communityId/residencies/waiting',
  by: 'staff',
  audience: 'staff',
  summary: '有几条待核验，几条逾期、几条今天到期',
  param: z.strictObject({ communityId: DivisionCode }),
  output: z.strictObject({ waiting: z.int(), late: z.int(), today: z.int() }),
})
