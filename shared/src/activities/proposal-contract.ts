import { z } from 'zod/mini'
import { DivisionCode } from '../codes.ts'
import { command, Cursor, Done, pageOf, query } from '../contract.ts'
import { ActivityCard } from './contract.ts'
import { ActivityDetail, facts, param, poster, Version } from './detail-contract.ts'
import { formRefusals } from './refusals.ts'

const body = { ...facts, ...poster, submit: z.boolean() }
const notADraft = { status: 409, title: '已经交上去了：等审核结果，或打电话请社区退回来改' } as const

export const proposeActivity = command('activities.propose', {
  post: '/communities/:communityId/proposals',
  by: 'signedIn',
  summary: '社会组织、驻区单位写一个活动：先存着，或交给社区审核',
  param: z.strictObject({ communityId: DivisionCode }),
  body: z.strictObject(body),
  output: ActivityDetail,
  refusals: formRefusals,
})

export const editProposal = command('activities.editProposal', {
  put: '/proposals/:id',
  by: 'signedIn',
  summary: '改还没交上去的活动，或改好再交；发布以后由社区工作者改',
  param,
  body: z.strictObject({ ...body, version: Version }),
  output: ActivityDetail,
  refusals: {
    ...formRefusals,
    notADraft,
    stale: { status: 409, title: '这个活动刚改过了，请看过新内容再改' },
  },
})

export const discardProposal = command('activities.discardProposal', {
  delete: '/proposals/:id',
  by: 'signedIn',
  summary: '删除还没交上去的活动',
  param,
  output: Done,
  refusals: { notADraft },
})

export const myProposals = query('activities.proposals', {
  get: '/communities/:communityId/proposals',
  by: 'signedIn',
  audience: 'staff',
  summary: '我们单位在这个村（社区）的活动',
  param: z.strictObject({ communityId: DivisionCode }),
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: pageOf(ActivityCard),
})

export const myProposal = query('activities.proposal', {
  get: '/proposals/:id',
  by: 'signedIn',
  audience: 'staff',
  summary: '我们单位的一个活动，含审核结果',
  param,
  output: ActivityDetail,
})

export const proposalEndpoints = [
  proposeActivity,
  editProposal,
  discardProposal,
  myProposals,
  myProposal,
] as const
