import { sayIssue } from '@tmt/shared/issues.ts'
import type { z } from 'zod/mini'

/** A field's path to what is wrong with it, in words for the person who fills it in. */
export type FieldErrors = Readonly<Record<string, string>>

/** Checks a form by the contract's own schema. `words` says it better for one field than the general sentences. */
export function checkForm(schema: z.ZodMiniType, value: unknown, words: FieldErrors = {}): FieldErrors {
  const result = schema.safeParse(value)
  if (result.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const path = issue.path.join('.')
    errors[path] ??= words[path] ?? sayIssue(issue)
  }
  return errors
}
