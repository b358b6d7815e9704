import type { Template } from './contract.ts'
import type { Spec } from './spec.ts'
import { activityWords } from './words/activities.ts'
import { feedbackWords } from './words/feedback.ts'
import { moderationWords } from './words/moderation.ts'
import { noticeWords } from './words/notices.ts'
import { residencyWords } from './words/residency.ts'
import { workWords } from './words/work.ts'

/** Every message that the portal sends, as data. */
export const templates = {
  ...activityWords,
  ...residencyWords,
  ...noticeWords,
  ...moderationWords,
  ...feedbackWords,
  ...workWords,
} as const satisfies Record<Template, Spec>

/** The same without the exact words, for code that treats all templates alike. */
export const specOf = (template: Template): Spec => templates[template]

type Value<K> = K extends 'instant' ? number : string
export type ParamsOf<T extends Template> = {
  readonly [K in keyof (typeof templates)[T]['params']]: Value<(typeof templates)[T]['params'][K]>
}
export type Params = Readonly<Record<string, string | number>>
