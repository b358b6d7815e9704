import { commonProblems, type CommonProblem, type Problem } from '@tmt/shared/problem.ts'

/** The server said no. `title` is Chinese and says what to do; `fields` maps a field's path to its message. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string | null
  /** Seconds after which the same request may be sent again. */
  readonly retryAfter: number | null
  readonly fields: Readonly<Record<string, string>>

  constructor(problem: Pick<Problem, 'code' | 'status' | 'title'> & Partial<Problem>) {
    super(problem.title)
    this.name = 'Refused'
    this.code = problem.code
    this.status = problem.status
    this.title = problem.title
    this.detail = problem.detail ?? null
    this.retryAfter = problem.retryAfter ?? null
    this.fields = Object.fromEntries((problem.fields ?? []).map((f) => [f.path, f.message]))
  }

  static common(code: CommonProblem) {
    return new Refused({ code, ...commonProblems[code] })
  }
}

/** No answer came: no network, a timeout, a server that is down. The outcome of a command is then unknown. */
export class Unreachable extends Error {
  readonly title = '没有连上网络，请稍后再试'
  constructor(cause?: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

/** One sentence for the person in front of the screen. */
export function sayError(error: unknown) {
  if (error instanceof Refused && error.code === 'tooManyRequests' && error.retryAfter !== null)
    return `操作太频繁，请 ${sayWait(error.retryAfter)}后再试`
  if (error instanceof Refused || error instanceof Unreachable) return error.title
  return commonProblems.internal.title
}
function sayWait(seconds: number) {
  if (seconds < 60) return `${seconds} 秒`
  return seconds < 3_600 ? `${Math.ceil(seconds / 60)} 分钟` : `${Math.ceil(seconds / 3_600)} 小时`
}

/** Asked too often, or no longer signed in: the server has not looked at it. */
const unheard = [401, 429]
/** Whether the same attempt, with the same idempotency key, may still come to its end. */
export function isUnsettled(error: unknown) {
  if (error instanceof Unreachable) return true
  return error instanceof Refused && (error.status >= 500 || unheard.includes(error.status))
}
