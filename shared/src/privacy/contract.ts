import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, query } from '../contract.ts'
import { ConsentView, Purpose } from '../people/consent.ts'
import { PrivacyVersion } from '../people/privacy-version.ts'

const Consents = z.strictObject({
  /** The notice that holds now. */
  version: PrivacyVersion,
  /** All that was agreed to, the latest first; withdrawn ones too. */
  items: z.array(ConsentView),
})
export type Consents = z.output<typeof Consents>

export const listConsents = query('privacy.consents', {
  get: '/me/consents',
  by: 'signedIn',
  audience: 'me',
  summary: '我同意过什么，什么时候撤回的',
  output: Consents,
})
export const giveConsent = command('privacy.consent', {
  put: '/me/consents/:purpose',
  by: 'signedIn',
  summary: '同意一项用途',
  param: z.strictObject({ purpose: Purpose }),
  body: z.strictObject({ version: PrivacyVersion }),
  output: Consents,
  refusals: {
    outdated: { status: 409, title: '隐私说明刚更新过，请看一遍新的再同意' },
  },
})
export const withdrawConsent = command('privacy.withdraw', {
  delete: '/me/consents/:purpose',
  by: 'signedIn',
  summary: '撤回一项同意',
  param: z.strictObject({ purpose: Purpose }),
  output: Consents,
  refusals: {
    notGiven: { status: 409, title: '这一项没有同意过，或已经撤回' },
    needed: { status: 409, title: '不同意就不能保留账号；要停用，请注销账号' },
  },
})

/** One part of what is stored about a person, for the person to read. */
export const StoredSection = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What it is for. */
  purpose: z.string(),
  /** The legal basis (《个人信息保护法》第十三条). */
  basis: z.string(),
  /** How long it is kept. */
  retention: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
})
export type StoredSection = z.output<typeof StoredSection>

export const listStored = query('privacy.stored', {
  get: '/me/stored',
  by: 'signedIn',
  audience: 'me',
  summary: '系统里存着关于我的什么，做什么用，存多久',
  output: z.strictObject({ items: z.array(StoredSection) }),
})
export const exportMine = query('privacy.export', {
  get: '/people/:id/export',
  by: 'signedIn',
  audience: 'me',
  audited: true,
  summary: '导出我的个人信息（只能导出自己的）',
  param: z.strictObject({ id: Id }),
  output: z.strictObject({
    product: z.literal('泰民通'),
    exportedAt: Instant,
    /** The same in words, `2026-12-01`. */
    exportedOn: z.string(),
    noticeVersion: PrivacyVersion,
    sections: z.array(StoredSection),
  }),
})
export const leave = command('privacy.leave', {
  post: '/me/leave',
  by: 'signedIn',
  summary: '注销账号：立即停用，15 天内删除，期间登录即恢复',
  output: z.strictObject({
    /** Until this instant, signing in brings the account back; from then on it is erased. */
    erasedFrom: Instant,
  }),
  refusals: {},
})
export const privacyEndpoints = [
  listConsents,
  giveConsent,
  withdrawConsent,
  listStored,
  exportMine,
  leave,
] as const
