import type { Category } from './contract.ts'
import type { limits } from './detail-contract.ts'
import type { z } from 'zod/mini'

type Limits = { [K in keyof typeof limits]?: Exclude<z.output<(typeof limits)[K]>, undefined> }
export type CategoryRule = {
  /** What the form proposes when the category is chosen; whoever writes may change it. */
  proposes: Limits
  /** What to mind, said under the category. */
  note?: string
  /** Nobody who comes is named or shown outside of the staff. */
  private?: true
  /** Where it stands. */
  source: string
}

/** 《领域规格》 §7.4: what is usual for each kind of activity. */
export const categoryRules: Record<Category, CategoryRule> = {
  elderly: {
    proposes: { minAge: 60, accessibility: ['companionWelcome'] },
    note: '一般给 60 岁以上的人，家人可以陪同；请写清场地的无障碍条件。',
    source: '§7.4 ELDERLY',
  },
  child: {
    proposes: { maxAge: 14, guardianRequired: true },
    note: '一般给 14 岁以下的孩子，家长一起来。带活动的人要按《未成年人保护法》查询过。',
    source: '§7.4 CHILD',
  },
  relief: {
    proposes: {},
    note: '不公开受助人的名单和照片：名称、内容里不要写人名，不放图片。',
    private: true,
    source: '§7.4 RELIEF',
  },
  disabled: {
    proposes: { accessibility: ['stepFree', 'companionWelcome'] },
    note: '场地的无障碍条件必须填；不要求任何人证明残疾。',
    source: '§7.4 DISABLED',
  },
  education: { proposes: {}, source: '§7.4 EDUCATION' },
  culture: { proposes: {}, source: '§7.4 CULTURE' },
  sports: {
    proposes: { healthPledge: true, insuranceRequired: true },
    note: '一般要承诺身体可以，并有意外保险。',
    source: '§7.4 SPORTS',
  },
  science: { proposes: {}, source: '§7.4 SCIENCE' },
  safety: {
    proposes: { drill: true },
    note: '是演练的，发出的消息都会写明「演练」；不展示案件和名单。',
    source: '§7.4 SAFETY',
  },
  legal: {
    proposes: {},
    note: '一对一，说的内容保密；谁来问了什么不要写进总结。',
    private: true,
    source: '§7.4 LEGAL',
  },
  health: {
    proposes: {},
    note: '只记谁参加，检查结果告诉本人，不登记。',
    private: true,
    source: '§7.4 HEALTH',
  },
  emergency: {
    proposes: { drill: true },
    note: '是演练的，发出的消息都会写明「演练」。',
    source: '§7.4 EMERGENCY',
  },
  cogov: { proposes: {}, source: '§7.4 COGOV' },
}

/** The title as a message says it: whoever reads it in a hurry must not take a drill for the real thing. */
export function sayTitle({ title, drill }: { title: string; drill?: boolean | null | undefined }) {
  return drill && !title.includes('演练') ? `「演练」${title}` : title
}
