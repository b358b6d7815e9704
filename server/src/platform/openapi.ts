import type { Command, Download, Endpoint, Query } from '@tmt/shared/contract.ts'
import { commonProblems, Problem } from '@tmt/shared/problem.ts'
import { z } from 'zod/mini'

type Json = Record<string, unknown>
const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, reused: 'inline' }) as Json
  return json
}
const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function parametersOf(endpoint: (Endpoint | Download) & { param?: z.ZodMiniType; query?: z.ZodMiniType }) {
  const list = (schema: z.ZodMiniType | undefined, where: 'path' | 'query') => {
    if (!schema) return []
    const json = schemaOf(schema, 'input') as { properties?: Json; required?: string[] }
    return Object.entries(json.properties ?? {}).map(([name, property]) => ({
      name,
      in: where,
      required: where === 'path' || (json.required?.includes(name) ?? false),
      schema: property,
    }))
  }
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: '每次操作一个随机编号；重试用同一个',
    schema: { type: 'string', minLength: 16, maxLength: 80 },
  }
  const help = {
    name: 'X-Help',
    in: 'header',
    required: false,
    description: '帮家人办时：那份帮办的编号',
    schema: { type: 'string' },
  }
  return [
    ...list(endpoint.param, 'path'),
    ...list(endpoint.query, 'query'),
    ...(endpoint.kind === 'command' ? [key] : []),
    ...(endpoint.helpable ? [help] : []),
  ]
}

function answersOf(endpoint: Query | Command | Download) {
  const content =
    endpoint.kind === 'download'
      ? Object.fromEntries(endpoint.types.map((type) => [type, {}]))
      : { 'application/json': { schema: schemaOf(endpoint.output, 'output') } }
  const answers: Record<string, Json> = { 200: { description: '成功', content } }
  const titles = new Map<number, string[]>()
  const note = (status: number, code: string, title: string) =>
    titles.set(status, [...(titles.get(status) ?? []), `${code}：${title}`])
  for (const [code, { status, title }] of Object.entries(commonProblems)) {
    const command = endpoint.kind === 'command'
    const applies =
      code === 'invalidInput'
        ? endpoint.param || endpoint.query || endpoint.body
        : code === 'notSignedIn'
          ? endpoint.by !== 'guest'
          : code === 'forbidden'
            ? endpoint.by === 'staff'
            : code === 'notHelpable' || code === 'helpEnded'
              ? endpoint.helpable
              : code === 'notFound'
                ? endpoint.param
                : ['malformed', 'keyMissing', 'keyReused', 'tooLarge', 'wrongContentType'].includes(code)
                  ? command
                  : code !== 'methodNotAllowed'
    if (applies) note(status, code, title)
  }
  if (endpoint.kind === 'command')
    for (const [code, { status, title }] of Object.entries(endpoint.refusals)) note(status, code, title)
  for (const [status, lines] of titles) answers[status] = problemAnswer(lines.join('\n'))
  return answers
}

/** A command's body: JSON, or the one file of an upload. */
function contentOf({ body, file }: Command & { body?: z.ZodMiniType }) {
  if (file) {
    const one = { type: 'string', contentMediaType: 'application/octet-stream' }
    const schema = { type: 'object', properties: { file: one }, required: ['file'] }
    return { 'multipart/form-data': { schema } }
  }
  return body && { 'application/json': { schema: schemaOf(body, 'input') } }
}

/** The OpenAPI 3.1 document of a contract table; paths are relative to `/api`. */
export function openApi(
  endpoints: readonly (Endpoint | Download)[],
  info: { title: string; version: string },
): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const content = endpoint.kind === 'command' ? contentOf(endpoint) : undefined
    ;(paths[path] ??= {})[endpoint.method] = {
      operationId: endpoint.name,
      tags: [endpoint.name.split('.')[0]],
      summary: endpoint.summary,
      security: endpoint.by === 'guest' ? [] : [{ bearer: [] }],
      parameters: parametersOf(endpoint),
      ...(content && { requestBody: { required: true, content } }),
      responses: answersOf(endpoint),
    }
  }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}
