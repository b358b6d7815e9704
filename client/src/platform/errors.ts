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
  readonly title = '没有连上网络，您填写的内容还在，请稍后再试'
  constructor(cause?: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

/** One sentence for the person in front of the screen. */
export function sayError(error: unknown) {
  if (error instanceof Refused || error instanceof Unreachable) return error.title
  return commonProblems.internal.title
}

/** Whether the same attempt, with the same idempotency key, may still come to its end. */
export function isUnsettled(error: unknown) {
  return (
    error instanceof Unreachable ||
    (error instanceof Refused && (error.status >= 500 || error.status === 429))
  )
}
