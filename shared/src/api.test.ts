import { expect, test } from 'vitest'
import { z } from 'zod/mini'
import { api } from './api.ts'
import { categoryLabels, phaseLabels, residencyLabels, signupLabels } from './activities/labels.ts'
import { Category } from './activities/contract.ts'
import { Residency, SignupStatus } from './activities/detail-contract.ts'
import { Kind } from './notices/contract.ts'
import { kindLabels } from './notices/labels.ts'
import type { Command, Endpoint, Query } from './contract.ts'
import { command, query } from './contract.ts'
import { channelLabels } from './messages/labels.ts'
import { OnlineProvider, Provider, RevealOutcome, SealedField } from './identity/contract.ts'
import { fieldLabels, outcomeLabels, providerLabels } from './identity/labels.ts'
import { ConsentChannel, consentChannels, Purpose, purposes } from './people/consent.ts'
import { Role } from './people/contract.ts'
import { roleLabels } from './people/labels.ts'
import { commonProblems } from './problem.ts'

type Any = (Query | Command) & { param?: z.ZodMiniType; query?: z.ZodMiniType; body?: z.ZodMiniType }
const endpoints: readonly Any[] = api
const commands = endpoints.filter((e) => e.kind === 'command')
const keysOf = (schema: z.ZodMiniType | undefined) => {
  const json = schema && (z.toJSONSchema(schema) as { properties?: object })
  return Object.keys(json?.properties ?? {})
}
/** Every sentence that a person may read. */
const titles = [
  ...Object.values(commonProblems).map(({ title }) => title),
  ...commands.flatMap((c) => Object.values(c.refusals).map(({ title }) => title)),
  ...endpoints.map((e) => e.summary),
]

test('names and addresses are given once, and a name begins with its feature', () => {
  expect(new Set(endpoints.map((e) => e.name)).size).toBe(endpoints.length)
  expect(new Set(endpoints.map((e) => `${e.method} ${e.path}`)).size).toBe(endpoints.length)
  for (const { name } of endpoints) expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
})

test.each(endpoints.map((e) => [e.name, e] as const))('%s: a sound contract', (_name, endpoint) => {
  const named = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  expect(keysOf(endpoint.param)).toEqual(named)
  // Path, query and body reach the handler as one flat object.
  const all = [endpoint.param, endpoint.query, endpoint.body].flatMap(keysOf)
  expect(new Set(all).size).toBe(all.length)
  for (const schema of [endpoint.param, endpoint.query, endpoint.body, endpoint.output]) {
    if (!schema) continue
    // Strict: unknown keys are refused. Without transforms: a transform has no JSON Schema.
    expect(z.toJSONSchema(schema)).toMatchObject({ type: 'object', additionalProperties: false })
  }
  expect(endpoint.kind === 'query').toBe(endpoint.method === 'get')
  // What a cache may share is what everybody may ask for.
  expect(endpoint.kind === 'query' && endpoint.audience === 'public').toBe(
    endpoint.kind === 'query' && endpoint.by === 'guest',
  )
})

test('refusals have their own words and never those of the runner', () => {
  for (const { name, refusals } of commands)
    for (const code of Object.keys(refusals))
      expect(Object.keys(commonProblems), `${name} ${code}`).not.toContain(code)
})

test('what people read is Chinese, plain, and never says that somebody is blacklisted', () => {
  for (const title of titles) {
    expect(title).toMatch(/[\u4e00-\u9fff]/)
    expect(title).not.toMatch(/黑名单|你|[a-z]+ [a-z]+/)
  }
})

test('every value that is shown has its word', () => {
  const own = [providerLabels, fieldLabels, outcomeLabels, consentChannels]
  const words = [
    categoryLabels,
    phaseLabels,
    residencyLabels,
    signupLabels,
    roleLabels,
    channelLabels,
    kindLabels,
    ...own,
  ]
  for (const label of words.flatMap((labels) => Object.values(labels)))
    expect(label).toMatch(/^[\u4e00-\u9fff、（）]+$/)
  expect(Object.keys(categoryLabels).toSorted()).toEqual(Category.options.toSorted())
  expect(Object.keys(residencyLabels).toSorted()).toEqual(Residency.options.toSorted())
  expect(Object.keys(signupLabels).toSorted()).toEqual(SignupStatus.options.toSorted())
  expect(Object.keys(kindLabels).toSorted()).toEqual(Kind.options.toSorted())
  expect(Object.keys(roleLabels).toSorted()).toEqual(Role.options.toSorted())
  expect(Object.keys(providerLabels).toSorted()).toEqual(Provider.options.toSorted())
  expect(Object.keys(fieldLabels).toSorted()).toEqual(SealedField.options.toSorted())
  expect(Object.keys(outcomeLabels).toSorted()).toEqual(RevealOutcome.options.toSorted())
  expect(Object.keys(consentChannels).toSorted()).toEqual(ConsentChannel.options.toSorted())
  expect(Object.keys(purposes).toSorted()).toEqual(Purpose.options.toSorted())
  expect(OnlineProvider.options).toEqual(Provider.options.filter((one) => one !== 'counter'))
})

test('a verb becomes the method', () => {
  const common = { by: 'guest', summary: '试', output: z.strictObject({}) } as const
  const made: Endpoint[] = [
    query('t.q', { ...common, get: '/a', audience: 'public' }),
    command('t.p', { ...common, post: '/b', refusals: {} }),
    command('t.u', { ...common, put: '/c', refusals: {} }),
    command('t.d', { ...common, delete: '/d', refusals: {} }),
  ]
  expect(made.map(({ kind, method, path }) => [kind, method, path])).toEqual([
    ['query', 'get', '/a'],
    ['command', 'post', '/b'],
    ['command', 'put', '/c'],
    ['command', 'delete', '/d'],
  ])
  expect(made[0]).not.toHaveProperty('get')
  expect(made[1]).not.toHaveProperty('post')
})
