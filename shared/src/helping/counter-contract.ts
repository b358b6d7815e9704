import { z } from 'zod/mini'
import { DivisionCode, Id, Phone, text } from '../codes.ts'
import { command, Done, query } from '../contract.ts'
import { Help, HelpedAct, tooLate } from './contract.ts'

/** Why this worker is not the one to do it: never for oneself, nor for near relatives. */
export const HelpConflict = z.enum(['ownCase', 'relative', 'declareFirst'])
export type HelpConflict = z.output<typeof HelpConflict>

/** A relation at the counter, and why this worker is not the one to end it or to undo what was done by it. */
export const CounterHelp = z.strictObject({ ...Help.shape, conflict: z.nullable(HelpConflict) })
export const CounterAct = z.strictObject({ ...HelpedAct.shape, conflict: z.nullable(HelpConflict) })
export type CounterHelp = z.output<typeof CounterHelp>
export type CounterAct = z.output<typeof CounterAct>

const conflicts = {
  ownCase: { status: 403, title: '这件事和您自己有关，请同事来办' },
  relative: { status: 403, title: '您和其中一方有近亲属关系，请同事来办' },
  declareFirst: { status: 403, title: '请先申报近亲属（没有也要声明没有），再来办' },
} as const
/** What the person asked for, in the worker's words; kept with the record. */
const Reason = text(100, 2)
const param = z.strictObject({ communityId: DivisionCode, id: Id })

export const findHelped = command('helping.find', {
  post: '/communities/:communityId/helped-people/searches',
  by: 'staff',
  sensitive: true,
  summary: '窗口：照本人的手机号找谁能替他办；每次都有记录',
  param: z.strictObject({ communityId: DivisionCode }),
  body: z.strictObject({ phone: Phone }),
  output: z.strictObject({ personId: Id }),
  refusals: {
    notHere: {
      status: 409,
      title: '本村（社区）没有登记过这个手机号。请核对号码；本人住在别处的，请到住地的窗口办',
    },
  },
})
export const helpedPerson = query('helping.person', {
  get: '/communities/:communityId/helped-people/:id',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '窗口：谁能替这个人办，最近替他办了什么',
  param,
  output: z.strictObject({
    name: z.string(),
    /** Masked. */
    phone: z.string(),
    helpedBy: z.array(CounterHelp),
    /** The latest first, twenty at most. */
    acts: z.array(CounterAct),
  }),
})
export const endAtCounter = command('helping.endAtCounter', {
  post: '/communities/:communityId/helps/:id/end',
  by: 'staff',
  summary: '窗口：应本人要求结束帮办，写明理由，双方都收到短信',
  param,
  body: z.strictObject({ reason: Reason }),
  output: Done,
  refusals: { ...conflicts, ended: { status: 409, title: '这份帮办已经结束，不用再办' } },
})
export const undoAtCounter = command('helping.undoAtCounter', {
  post: '/communities/:communityId/helped-acts/:id/undo',
  by: 'staff',
  summary: '窗口：应本人要求撤销别人替他办的一件事，写明理由，双方都收到短信',
  param,
  body: z.strictObject({ reason: Reason }),
  output: Done,
  refusals: { ...conflicts, undone: { status: 409, title: '已经撤销过了，不用再办' }, tooLate },
})

export const helpingCounterEndpoints = [findHelped, helpedPerson, endAtCounter, undoAtCounter] as const
