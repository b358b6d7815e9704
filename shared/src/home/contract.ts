import { z } from 'zod/mini'
import { DivisionCode } from '../codes.ts'
import { query } from '../contract.ts'
import { Due } from '../due.ts'

const items = z.strictObject({ items: z.array(Due) })

/** The same for everybody, so that it is kept; what is mine comes beside it. */
export const listOpen = query('home.open', {
  get: '/communities/:communityId/home',
  by: 'guest',
  audience: 'public',
  summary: '等您参与：一个村（社区）眼下可以参加的事，先截止的在前',
  param: z.strictObject({ communityId: DivisionCode }),
  output: items,
})
export const listMine = query('home.mine', {
  get: '/me/due',
  by: 'signedIn',
  audience: 'me',
  summary: '我的事：我报名的、申请的事到了哪一步',
  output: items,
})
export const homeEndpoints = [listOpen, listMine] as const
