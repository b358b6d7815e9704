import { expect, test } from 'vitest'
import { z } from 'zod/mini'
import { text } from './codes.ts'
import { sayIssues } from './issues.ts'

const Form = z.strictObject({
  place: text(4, 2),
  capacity: z.int().check(z.minimum(1), z.maximum(9)),
  phone: z.string().check(z.regex(/^\d+$/)),
  kind: z.enum(['a', 'b']),
  short: z.string().check(z.minLength(2), z.maxLength(3)),
})
const good = { place: '广场', capacity: 2, phone: '1', kind: 'a', short: 'ab' }
const saidOf = (change: Record<string, unknown>) =>
  sayIssues(Form.safeParse({ ...good, ...change }).error?.issues ?? [])

test.each([
  [{ place: undefined }, 'place', '请填写'],
  [{ place: '广' }, 'place', '至少 2 个字'],
  [{ place: '村口的大广场' }, 'place', '最多 4 个字'],
  [{ place: 'a\u0007b' }, 'place', '有不能使用的字符'],
  [{ capacity: '2' }, 'capacity', '请填写'],
  [{ capacity: 1.5 }, 'capacity', '请填整数'],
  [{ capacity: 0 }, 'capacity', '不能小于 1'],
  [{ capacity: 10 }, 'capacity', '不能大于 9'],
  [{ phone: 'x' }, 'phone', '格式不对'],
  [{ kind: 'c' }, 'kind', '请从选项中选择'],
  [{ short: 'a' }, 'short', '至少 2 个字'],
  [{ short: 'abcd' }, 'short', '最多 3 个字'],
  [{ other: 1 }, '', '有多余的内容'],
])('%j', (change, path, message) => {
  expect(saidOf(change)).toEqual([{ path, message }])
})

test('each field is named once, nested ones by their path', () => {
  expect(saidOf({ place: '村口的大\u0007', capacity: 2 ** 60 })).toEqual([
    { path: 'place', message: '最多 4 个字' },
    { path: 'capacity', message: `不能大于 ${Number.MAX_SAFE_INTEGER}` },
  ])
  const nested = z.strictObject({ days: z.array(z.strictObject({ n: z.int() })) })
  expect(sayIssues(nested.safeParse({ days: [{ n: 1 }, {}] }).error!.issues)).toEqual([
    { path: 'days.1.n', message: '请填写' },
  ])
})
