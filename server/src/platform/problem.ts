import { commonProblems, type CommonProblem, type Problem } from '@tmt/shared/problem.ts'
import { Unavailable } from './store.ts'

type Extra = Partial<Pick<Problem, 'detail' | 'fields' | 'retryAfter'>>

/** A failure that is said to the caller. Everything else becomes a 500 that says nothing of the inside. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly extra: Extra
  constructor(status: number, code: string, title: string, extra: Extra = {}) {
    super(title)
    this.status = status
    this.code = code
    this.extra = extra
  }
}

export function problem(code: CommonProblem, extra: Extra = {}) {
  const { status, title } = commonProblems[code]
  return new ProblemError(status, code, title, extra)
}

export function toProblem(error: unknown, requestId: string): Problem {
  const known =
    error instanceof ProblemError
      ? error
      : error instanceof Unavailable
        ? problem('unavailable', { retryAfter: 5 })
        : problem('internal')
  return {
    type: `urn:taimintong:problem:${known.code}`,
    title: known.message,
    status: known.status,
    code: known.code,
    requestId,
    ...known.extra,
  }
}
