import { zValidator } from '@hono/zod-validator'
import type { Command, Download, Endpoint } from '@tmt/shared/contract.ts'
import { sayIssues } from '@tmt/shared/issues.ts'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod/mini'
import { problem } from './problem.ts'
import { readUpload, uploadChecks } from './upload.ts'

const MAX_BODY = 64 * 1024

const requireJson: MiddlewareHandler = async (c, next) => {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw problem('wrongContentType')
  await next()
}
const limitBody = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw problem('tooLarge')
  },
})
type Part = 'param' | 'query' | 'json'
function check(part: Part, schema: z.ZodMiniType) {
  return zValidator(part, schema, (result) => {
    if (!result.success) throw problem('invalidInput', { fields: sayIssues(result.error.issues) })
  }) as unknown as MiddlewareHandler
}

const nothing = z.strictObject({})
type Parts = { param?: z.ZodMiniType; query?: z.ZodMiniType; body?: z.ZodMiniType }

/** The checks that an endpoint's input goes through before anything is done with it. */
export function inputChecks(contract: Endpoint | Download): MiddlewareHandler[] {
  const { param, query = nothing, body, file } = contract as Parts & Pick<Command, 'file'>
  const checks = [...(param ? [check('param', param)] : []), check('query', query)]
  if (file) return [...checks, ...uploadChecks(file)]
  return body ? [...checks, requireJson, limitBody, check('json', body)] : checks
}

/** Reads the checked parts into the one flat object that handlers get. */
export function inputReader(contract: Endpoint | Download) {
  const { param, query, body } = contract as Parts
  const parts: Part[] = [...(param ? ['param' as const] : []), ...(query ? ['query' as const] : [])]
  if (body) parts.push('json')
  return (c: Context): unknown => {
    const input = Object.assign({}, ...parts.map((part) => c.req.valid(part as never) as object)) as unknown
    // PostgreSQL stores no text with NUL in it.
    const path = pathOfNul(input)
    if (path)
      throw problem('invalidInput', { fields: [{ path: path.join('.'), message: '有不能使用的字符' }] })
    return input
  }
}
/** The same with the file of an upload. */
export function wholeReader(contract: Endpoint) {
  const read = inputReader(contract)
  const file = contract.kind === 'command' ? contract.file : undefined
  if (!file) return read
  return async (c: Context): Promise<unknown> => ({
    ...(read(c) as object),
    file: await readUpload(c, file),
  })
}
function pathOfNul(value: unknown, path: string[] = []): string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = pathOfNul(inner, [...path, key])
    if (found) return found
  }
  return undefined
}
