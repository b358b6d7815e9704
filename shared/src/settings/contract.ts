import { z } from 'zod/mini'
import { query } from '../contract.ts'

export const Settings = z.strictObject({
  /** Demonstration data is shown, and every view says so. */
  demo: z.boolean(),
  /** Full name of who runs it and answers for personal data; null until the operator enters it. */
  operatorName: z.nullable(z.string()),
  /** 备案号 for the foot of 我的; null until the operator enters it. */
  filingNumber: z.nullable(z.string()),
})
export type Settings = z.output<typeof Settings>

export const getSettings = query('settings.get', {
  get: '/settings',
  by: 'guest',
  audience: 'public',
  summary: '是否演示环境、运营单位、备案号',
  output: Settings,
})
