import type { z } from 'zod/mini'

type Issue = Pick<z.core.$ZodIssue, 'code' | 'path'> &
  Partial<{ message: string; expected: string; origin: string; maximum: unknown; minimum: unknown }>

/** What is wrong with one field, as a sentence for the person who filled it in. */
export function sayIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? '请填整数' : '请填写'
    case 'too_small':
      return issue.origin === 'string'
        ? `至少 ${String(issue.minimum)} 个字`
        : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      return issue.origin === 'string'
        ? `最多 ${String(issue.maximum)} 个字`
        : `不能大于 ${String(issue.maximum)}`
    case 'invalid_value':
      return '请从选项中选择'
    case 'unrecognized_keys':
      return '有多余的内容'
    case 'custom':
      // Our own checks bring their sentence along (codes.ts).
      return issue.message ?? '格式不对'
    default:
      return '格式不对'
  }
}

/** `{ path: 'place', message: '请填写' }` for each field that a schema refused, with the first thing wrong with it. */
export function sayIssues(issues: readonly Issue[]) {
  const fields = new Map<string, string>()
  for (const issue of issues) {
    const path = issue.path.map(String).join('.')
    if (!fields.has(path)) fields.set(path, sayIssue(issue))
  }
  return [...fields].map(([path, message]) => ({ path, message }))
}
