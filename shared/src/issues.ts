import type { z } from 'zod/mini'

type Issue = Pick<z.core.$ZodIssue, 'code' | 'path'> & Partial<{ input: unknown; origin: string; maximum: unknown; minimum: unknown }>

/** What is wrong with one field, as a sentence for the person who filled it in. */
export function sayIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return '请填写'
    case 'too_small':
      return issue.origin === 'string' ? '内容太短' : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      return issue.origin === 'string' ? `最多 ${String(issue.maximum)} 个字` : `不能大于 ${String(issue.maximum)}`
    case 'invalid_format':
      return '格式不对'
    case 'invalid_value':
      return '请从选项中选择'
    case 'unrecognized_keys':
      return '有多余的内容'
    default:
      return '内容为空或有不能使用的字符'
  }
}
/** `{ path: 'place', message: '请填写' }` for each field that a schema refused. */
export function sayIssues(issues: readonly Issue[]) {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: sayIssue(issue) }))
}
