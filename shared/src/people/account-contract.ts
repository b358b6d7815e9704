import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, Done, query } from '../contract.ts'

export const SessionView = z.strictObject({
  id: Id,
  /** `微信小程序`, `电脑浏览器` */
  device: z.string(),
  createdAt: Instant,
  /** To the day: the record is written at most daily. */
  usedAt: Instant,
  expiresAt: Instant,
  current: z.boolean(),
})
export type SessionView = z.output<typeof SessionView>

export const listSessions = query('people.sessions', {
  get: '/me/sessions',
  by: 'signedIn',
  audience: 'me',
  summary: '已登录的设备',
  output: z.strictObject({ items: z.array(SessionView) }),
})

export const revokeSession = command('people.revokeSession', {
  delete: '/me/sessions/:id',
  by: 'signedIn',
  ownAccount: true,
  summary: '让一台设备退出登录',
  param: z.strictObject({ id: Id }),
  output: Done,
  refusals: {},
})

export const signOut = command('people.signOut', {
  post: '/me/sign-out',
  by: 'signedIn',
  ownAccount: true,
  summary: '退出登录（本设备）',
  output: Done,
  refusals: {},
})

export const accountEndpoints = [listSessions, revokeSession, signOut] as const
