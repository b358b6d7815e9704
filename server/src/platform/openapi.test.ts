import { Validator } from '@seriousme/openapi-schema-validator'
import { api } from '@tmt/shared/api.ts'
import { commonProblems } from '@tmt/shared/problem.ts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { openApi } from './openapi.ts'
import { addThing, endpoints, getThing } from './testing/contracts.ts'

type Parameter = { name: string; in: string; required: boolean; schema: unknown }
type Operation = {
  operationId: string
  security: unknown[]
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { description: string; content: Record<string, { schema: unknown }> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }
const info = { title: '测试', version: '1' }
const documentOf = (list: Parameters<typeof openApi>[0]) => openApi(list, info) as unknown as Document
const operation = (path: string, method: string) => documentOf(endpoints).paths[path]![method]!

describe('the document', () => {
  test.each([
    ['the tests’ own endpoints', endpoints],
    ['the product’s', api],
  ])('of %s is OpenAPI 3.1, as a validator sees it', async (_name, list) => {
    const document = documentOf(list)
    const validator = new Validator()
    expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true })
    expect(validator.version).toBe('3.1')
    expect(Object.values(document.paths).flatMap((methods) => Object.values(methods))).toHaveLength(
      list.length,
    )
  })
  test('is looked at by a validator that can say no', async () => {
    const broken = { ...documentOf(endpoints), paths: { '/x': { get: { responses: 'none' } } } }
    expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
  })
  test('has path and query parameters, the body, and the key of a command', () => {
    const read = operation('/things/{id}', 'get')
    expect(read.parameters.map(({ name, in: where, required }) => [name, where, required])).toEqual([
      ['id', 'path', true],
      ['shape', 'query', false],
    ])
    expect(read.requestBody).toBeUndefined()
    const write = operation('/things', 'post')
    expect(write.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['Idempotency-Key', true],
    ])
    const { schema } = write.requestBody!.content['application/json']!
    expect(schema).toMatchObject({ type: 'object', required: ['id', 'name'], additionalProperties: false })
  })
  test('says who must sign in', () => {
    expect(operation('/things/{id}', 'get').security).toEqual([])
    expect(operation('/things', 'post').security).toEqual([{ bearer: [] }])
  })
  test('names each refusal beside what any endpoint may answer', () => {
    const { responses } = operation('/things', 'post')
    expect(Object.keys(responses)).toEqual([
      '200',
      '400',
      '401',
      '409',
      '413',
      '415',
      '422',
      '429',
      '500',
      '503',
    ])
    expect(responses['409']!.description).toContain('closed：已经截止')
    expect(responses['409']!.description).toContain(commonProblems.keyReused.title)
    expect(Object.keys(responses['409']!.content)).toEqual(['application/problem+json'])
    expect(Object.keys(operation('/time', 'get').responses)).not.toContain('413')
  })
})

describe('every contract of the product', () => {
  const all = [...api, ...endpoints]
  test('has a name, and an address and method, of its own', () => {
    for (const list of [api, endpoints]) {
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
      const addresses = list.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
      expect(new Set(addresses).size).toBe(list.length)
    }
  })
  test('holds no transform: what goes in and what comes out are the same', () => {
    for (const endpoint of all) {
      const { param, query, body } = endpoint as {
        param?: z.ZodMiniType
        query?: z.ZodMiniType
        body?: z.ZodMiniType
      }
      for (const schema of [param, query, body, endpoint.output].filter((s) => s !== undefined)) {
        // A transform has no JSON Schema: this would throw.
        const [input, output] = (['input', 'output'] as const).map((io) => z.toJSONSchema(schema, { io }))
        expect([endpoint.name, withoutDefaults(input)]).toEqual([endpoint.name, withoutDefaults(output)])
      }
    }
  })
  test('is strict, and names nothing twice in its path, query and body', () => {
    for (const endpoint of all) {
      const parts = ['param', 'query', 'body'] as const
      const names = parts.flatMap((part) => {
        const schema = (endpoint as Partial<Record<typeof part, z.ZodMiniType>>)[part]
        if (!schema) return []
        const json = z.toJSONSchema(schema, { io: 'input' }) as {
          properties: object
          additionalProperties?: boolean
        }
        expect([endpoint.name, part, json.additionalProperties]).toEqual([endpoint.name, part, false])
        return Object.keys(json.properties)
      })
      expect([endpoint.name, new Set(names).size]).toEqual([endpoint.name, names.length])
    }
  })
  test('has a parameter for each name in its path', () => {
    for (const endpoint of all) {
      const named = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
      const { param } = endpoint as { param?: z.ZodMiniType }
      const json = param ? (z.toJSONSchema(param) as { properties: object }) : { properties: {} }
      expect([endpoint.name, ...Object.keys(json.properties)]).toEqual([endpoint.name, ...named])
    }
  })
  test('is for guests too when its answers are public', () => {
    for (const endpoint of all)
      if (endpoint.kind === 'query' && endpoint.audience === 'public')
        expect([endpoint.name, endpoint.by]).toEqual([endpoint.name, 'guest'])
    expect([getThing.by, addThing.by]).toEqual(['guest', 'signedIn'])
  })
})

/** A field with a default may be left out when it goes in, and is always there when it comes out. */
function withoutDefaults(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map(withoutDefaults)
  const { required: _, ...rest } = schema as Record<string, unknown>
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withoutDefaults(value)]))
}
