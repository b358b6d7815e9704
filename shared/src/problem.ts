import { z } from 'zod/mini'

/** Every failure of the API, as `application/problem+json` (RFC 9457). `title` is Chinese and says what to do. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  requestId: z.string(),
  /** Where to go instead: a counter, a phone number. */
  detail: z.optional(z.string()),
  /** Seconds after which the same request may be sent again. */
  retryAfter: z.optional(z.int()),
  fields: z.optional(z.array(z.strictObject({ path: z.string(), message: z.string() }))),
})
export type Problem = z.output<typeof Problem>

/** What any endpoint may answer, beside the refusals that its contract names. */
export const commonProblems = {
  malformed: { status: 400, title: '内容格式不对，请返回重试' },
  keyMissing: { status: 400, title: '这次没有提交成，请刷新页面后再试' },
  notSignedIn: { status: 401, title: '请先登录' },
  forbidden: { status: 403, title: '您没有办这件事的权限，可向社区工作者咨询' },
  notHelpable: { status: 403, title: '帮家人办的时候不能办这件事，请先按“结束”，或请本人来办' },
  helpEnded: {
    status: 403,
    title: '这份帮办已经结束，请按“结束”回到自己的账号；要接着帮，请再问本人要一次验证码',
  },
  notFound: { status: 404, title: '没有找到，可能已被移走' },
  methodNotAllowed: { status: 405, title: '这个地址不接受这种请求' },
  keyReused: { status: 409, title: '这次没有提交成，请刷新页面后再试' },
  tooLarge: { status: 413, title: '内容太大，请缩短后重试' },
  wrongContentType: { status: 415, title: '内容格式不对，请返回重试' },
  invalidInput: { status: 422, title: '有几处需要修改' },
  tooManyRequests: { status: 429, title: '操作太频繁，请稍等再试' },
  internal: { status: 500, title: '系统出了问题，请稍后再试' },
  unavailable: { status: 503, title: '系统正忙，请稍后再试' },
} as const
export type CommonProblem = keyof typeof commonProblems
