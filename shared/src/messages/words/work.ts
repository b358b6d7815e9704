import type { Spec } from '../spec.ts'

export const workWords = {
  workDigest: {
    kind: 'work',
    title: '今天要办的事',
    // Which they are, or where: server/src/workbench/digest.ts.
    body: '{unit}：逾期 {overdue} 件，今天到期 {today} 件。{first}',
    params: { unit: 'text', overdue: 'text', today: 'text', first: 'text' },
    urgent: null,
    asksAt: 'residency.decide',
    sms: null,
    page: 'workbench/pages/board/index?place=',
  },
} as const satisfies Record<string, Spec>
