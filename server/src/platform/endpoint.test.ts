import { command, Done, query } from '@tmt/shared/contract.ts'
import { z } from 'zod/mini'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Actor, Person } from './actor.ts'
import { answer, perform } from './endpoint.ts'
import type { Read, Write } from './store.ts'
import { things } from './testing/things.ts'

// What must not compile. `tsc` is the judge: an expected error that does not come is an error itself.

const param = z.strictObject({ id: z.string() })
const close = command('doors.close', {
  post: '/doors/:id/close',
  by: 'signedIn',
  summary: '关门',
  param,
  body: z.strictObject({ softly: z.boolean() }),
  output: Done,
  refusals: { stuck: { status: 409, title: '门卡住了' } },
})
const look = query('doors.look', {
  get: '/doors/:id',
  by: 'guest',
  audience: 'public',
  summary: '看门',
  param,
  output: z.strictObject({ open: z.boolean() }),
})
const mine = query('doors.mine', { ...look, get: '/me/doors/:id', by: 'signedIn', audience: 'me' })
const watched = query('doors.watched', {
  get: '/staff/doors/:id',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '看门并留痕',
  param,
  output: z.strictObject({ open: z.boolean() }),
})

type Door = { open: boolean; color: string }
const load = async (): Promise<Door | undefined> => ({ open: true, color: 'red' })
const yes = () => true
const done = async () => ({ ok: true }) as const
const audit = () => ({ subject: 'door' })
const view = async ({ subject }: { subject: Door }) => ({ open: subject.open })

describe('a command', () => {
  test('is complete with load, sees, may, run and audit', () => {
    const route = perform(close, {
      load,
      sees: (actor, door) => {
        expectTypeOf(actor).toEqualTypeOf<Person>()
        expectTypeOf(door).toEqualTypeOf<Door>()
        return true
      },
      may: yes,
      async run({ input, subject, refuse, tx }) {
        expectTypeOf(input).toExtend<{ id: string; softly: boolean }>()
        expectTypeOf(subject).toEqualTypeOf<Door>()
        expectTypeOf(tx).toEqualTypeOf<Write>()
        return subject.open ? ({ ok: true } as const) : refuse('stuck')
      },
      audit,
    })
    expect(route.contract.name).toBe('doors.close')
  })
  test('does not compile without one of them', () => {
    const routes = [
      // @ts-expect-error without may
      () => perform(close, { load, sees: yes, run: done, audit }),
      // @ts-expect-error without sees
      () => perform(close, { load, may: yes, run: done, audit }),
      // @ts-expect-error without audit
      () => perform(close, { load, sees: yes, may: yes, run: done }),
      // @ts-expect-error without load
      () => perform(close, { sees: yes, may: yes, run: done, audit }),
    ]
    expect(routes).toHaveLength(4)
  })
  test('does not compile when it refuses with what its contract does not name', () => {
    const route = perform(close, {
      load,
      sees: yes,
      may: yes,
      async run({ refuse, refuseKeeping }) {
        // @ts-expect-error no such refusal
        if (Math.random() > 2) refuse('locked')
        // @ts-expect-error no such refusal
        return refuseKeeping('locked')
      },
      audit,
      // @ts-expect-error no such refusal
      unique: { doors_name: 'taken' },
    })
    expect(route.contract.method).toBe('post')
  })
  test('does not compile when it answers something else', () => {
    // @ts-expect-error not what the contract says
    const route = perform(close, { load, sees: yes, may: yes, audit, run: async () => ({ ok: false }) })
    expect(route.contract.kind).toBe('command')
  })
})

describe('a query', () => {
  test('is complete with load, sees and view, and may be kept when it is public', () => {
    const route = answer(look, {
      load: async (db, { id }, actor) => {
        expectTypeOf(db).toEqualTypeOf<Read>()
        expectTypeOf(id).toEqualTypeOf<string>()
        expectTypeOf(actor).toEqualTypeOf<Actor>()
        return load()
      },
      sees: yes,
      view: async ({ subject }) => ({ open: subject.open }),
      cache: { keys: ({ id }) => [`door:${id}`], validUntil: ({ open }, now) => (open ? now + 1 : now) },
    })
    expect(route.contract.path).toBe('/doors/:id')
  })
  test('does not compile when it writes', () => {
    const route = answer(look, {
      load,
      sees: yes,
      async view({ db, subject }) {
        // @ts-expect-error a query has nothing to write with
        const write = () => db.insert(things)
        // @ts-expect-error nor to change with
        const change = () => db.update(things)
        // @ts-expect-error nor to delete with
        const remove = () => db.delete(things)
        return { open: [write, change, remove].length === 3 && subject.open }
      },
    })
    expect(route.contract.kind).toBe('query')
  })
  test('does not compile when what is not public is kept', () => {
    // @ts-expect-error what is mine is kept nowhere
    const route = answer(mine, { load, sees: yes, view, cache: { keys: () => [] } })
    expect(route.contract.name).toBe('doors.mine')
  })
  test('does not compile without the line for the audit log where its contract wants one', () => {
    // @ts-expect-error an audited read says what it is written down about
    const route = answer(watched, { load, sees: yes, view })
    expect(answer(watched, { load, sees: yes, view, audit }).contract).toBe(route.contract)
  })
  test('does not compile without sees', () => {
    // @ts-expect-error whether one may know that it exists
    const route = answer(look, { load, view })
    expect(route.contract.name).toBe('doors.look')
  })
})
