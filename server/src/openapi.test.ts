import { Validator } from '@seriousme/openapi-schema-validator'
import { api } from '@tmt/shared/api.ts'
import type { Endpoint } from '@tmt/shared/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { openHouse, type TestHouse } from './testing/house.ts'

type Document = { openapi: string; paths: Record<string, Record<string, { operationId: string }>> }
let house: TestHouse
let document: Document
beforeAll(async () => {
  house = await openHouse()
  const response = await house.app.request('/api/openapi.json')
  expect(response.status).toBe(200)
  document = (await response.json()) as Document
})
afterAll(() => house.close())

test('the document is one that OpenAPI 3.1 accepts', async () => {
  expect(document.openapi).toBe('3.1.0')
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(document))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test('the validator is one that can say no', async () => {
  const broken = { ...structuredClone(document), paths: { '/x': { get: { responses: 'none' } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

test('every contract of the table is described and answered, and nothing else is', async () => {
  const described = Object.values(document.paths).flatMap((verbs) =>
    Object.values(verbs).map((v) => v.operationId),
  )
  expect(described.toSorted()).toEqual(api.map(({ name }) => name).toSorted())
  expect(new Set(described).size).toBe(described.length)
  for (const { path, method, name } of api) {
    const asked = path.replace(/:\w+/g, 'x')
    const response = await house.app.request(`/api${asked}`, { method: method.toUpperCase() })
    // Without anything that it needs: refused, but known.
    expect([name, response.status]).not.toEqual([name, 405])
    expect((await response.json()) as object).not.toMatchObject({ code: 'methodNotAllowed' })
  }
})

test('contracts hold no transforms: what is sent is what is read', () => {
  const schemas = (api as readonly Endpoint[]).flatMap((e) =>
    [e.param, e.query, e.body, e.output].filter((s) => s !== undefined),
  )
  expect(schemas.length).toBeGreaterThan(api.length)
  for (const schema of schemas) {
    const [read, written] = (['input', 'output'] as const).map((io) => z.toJSONSchema(schema, { io }))
    expect(written).toEqual(read)
  }
})
