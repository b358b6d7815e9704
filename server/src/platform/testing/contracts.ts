import { command, Done, query } from '@tmt/shared/contract.ts'
import { z } from 'zod/mini'

// The tests' own endpoints: one of each kind that the platform knows.

const id = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))
const name = z.string().check(z.minLength(1), z.maxLength(20))
const param = z.strictObject({ id })
export const Thing = z.strictObject({ id: z.string(), name: z.nullable(z.string()), count: z.int() })

export const getThing = query('things.get', {
  get: '/things/:id',
  by: 'guest',
  audience: 'public',
  summary: '公开的一件',
  param,
  query: z.strictObject({ shape: z.optional(z.enum(['round', 'square'])) }),
  output: Thing,
})
export const getTime = query('things.time', {
  get: '/time',
  by: 'guest',
  audience: 'public',
  summary: '公开而不保存的',
  output: z.strictObject({ now: z.int() }),
})
export const myThing = query('things.mine', {
  get: '/me/things/:id',
  by: 'signedIn',
  audience: 'me',
  summary: '只有本人能看的一件',
  param,
  output: Thing,
})
export const readProtected = query('things.readProtected', {
  get: '/staff/things/:id',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '看了要留痕的一件',
  param,
  query: z.strictObject({ why: z.optional(z.string().check(z.maxLength(40))) }),
  output: Thing,
})
export const addThing = command('things.add', {
  post: '/things',
  by: 'signedIn',
  summary: '添一件',
  body: z.strictObject({
    id,
    name,
    count: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
    parts: z.optional(z.array(z.strictObject({ label: z.string().check(z.maxLength(10)) }))),
  }),
  output: Thing,
  refusals: {
    closed: { status: 409, title: '已经截止' },
    nameTaken: { status: 409, title: '这个名称已经有了' },
  },
})
export const renameThing = command('things.rename', {
  put: '/things/:id',
  by: 'signedIn',
  summary: '改名',
  param,
  body: z.strictObject({ name }),
  output: Thing,
  refusals: {},
})
export const removeThing = command('things.remove', {
  delete: '/things/:id',
  by: 'signedIn',
  summary: '删去',
  param,
  output: Done,
  refusals: {},
})
export const guess = command('things.guess', {
  post: '/guesses',
  by: 'guest',
  summary: '猜一次，猜错也要记数',
  body: z.strictObject({ id, word: z.string().check(z.maxLength(20)) }),
  output: z.strictObject({ secret: z.string() }),
  refusals: { wrong: { status: 422, title: '猜得不对' } },
})
export const askOutside = command('things.askOutside', {
  post: '/outside',
  by: 'guest',
  summary: '先问外面，再记下来',
  body: z.strictObject({ id, word: name }),
  output: Thing,
  refusals: { outsideDown: { status: 503, title: '外面没有回应' } },
})
export const endpoints = [
  getThing,
  getTime,
  myThing,
  readProtected,
  addThing,
  renameThing,
  removeThing,
  guess,
  askOutside,
] as const
