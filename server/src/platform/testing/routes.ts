import { eq, sql } from 'drizzle-orm'
import { answer, perform, type Route } from '../endpoint.ts'
import { event } from '../events.ts'
import { enqueue } from '../jobs.ts'
import type { Read, Write } from '../store.ts'
import { addThing, askOutside, getThing, getTime, guess } from './contracts.ts'
import { myThing, readProtected, removeThing, renameThing } from './contracts.ts'
import { things } from './things.ts'

/** What a test may hold up, break or look at while a request is under way. */
export type Outside = {
  /** Called by `askOutside` before its unit. */
  gather(word: string): Promise<string>
  /** Called by `addThing` inside its unit, after its row was written. */
  meanwhile(): Promise<void>
  /** Called by the reaction to what `addThing` tells of a name that begins with `TOLD`, inside the same unit. */
  react(name: string): Promise<void>
  /** Called while a public answer is being read. */
  reading(): Promise<void>
  reads: number
}

async function find(db: Read, id: string) {
  const [row] = await db.select().from(things).where(eq(things.id, id))
  return row
}
const insert = (tx: Write, id: string, name: string, count = 0) =>
  tx.insert(things).values({ id, name, count }).returning()
const everyone = () => true
const keyOf = (id: string) => `thing:${id}`

/** Names that make a route misbehave on purpose. */
export const CLOSED = '截止'
export const BROKEN = '坏'
export const THROWS = '抛'
/** A name that begins so is told to others. */
export const TOLD = '告'
export const thingAdded = event<{ id: string; name: string }>('things.added')

export function routesWith(outside: Outside): Route[] {
  return [
    answer(getThing, {
      async load(db, { id }) {
        outside.reads += 1
        const row = await find(db, id)
        await outside.reading()
        return row
      },
      sees: (_actor, row) => row.name !== '藏',
      view: async ({ subject }) => subject,
      cache: {
        keys: ({ id }) => [keyOf(id)],
        validUntil: ({ count }, now) => (count > 0 ? now + count : now + 1e9),
      },
    }),
    answer(getTime, {
      load: async () => ({}),
      sees: everyone,
      view: async ({ now }) => ({ now }),
    }),
    answer(myThing, {
      load: (db, { id }) => find(db, id),
      sees: (actor, row) => row.name === actor.personId,
      view: async ({ subject }) => subject,
    }),
    answer(readProtected, {
      load: (db, { id }) => find(db, id),
      sees: (actor) => actor.roles.some(({ division }) => division === '321202001002'),
      view: async ({ subject }) => subject,
      audit: ({ id }) => ({ subject: id }),
    }),
    perform(addThing, {
      load: async () => ({}),
      sees: everyone,
      may: everyone,
      async run({ tx, input, now, refuse, raise, tell }) {
        await enqueue(tx, { kind: 'things.added', data: { id: input.id }, runAt: now })
        const [row] = await insert(tx, input.id, input.name, input.count)
        raise(keyOf(input.id))
        if (input.name.startsWith(TOLD)) tell(thingAdded({ id: input.id, name: input.name }))
        await outside.meanwhile()
        if (input.name === CLOSED) refuse('closed', '请到窗口办理')
        if (input.name === THROWS) throw new Error('inside: /etc/secret 13800000001')
        if (input.name === BROKEN) return { ...row!, extra: 'not in the contract' }
        return row!
      },
      audit: ({ id }) => ({ subject: id, details: { added: true } }),
      unique: { things_name: 'nameTaken' },
    }),
    perform(renameThing, {
      load: (tx, { id }) => find(tx, id),
      sees: (_actor, row) => row.name !== '藏',
      may: (actor) => actor.roles.length > 0,
      async run({ tx, input, raise }) {
        const [row] = await tx
          .update(things)
          .set({ name: input.name })
          .where(eq(things.id, input.id))
          .returning()
        raise(keyOf(input.id))
        return row!
      },
      audit: ({ id }, row) => ({ subject: id, details: { from: row.name } }),
    }),
    perform(removeThing, {
      load: (tx, { id }) => find(tx, id),
      sees: everyone,
      may: everyone,
      async run({ tx, input, raise }) {
        await tx.delete(things).where(eq(things.id, input.id))
        raise(keyOf(input.id))
        return { ok: true } as const
      },
      audit: ({ id }) => ({ subject: id }),
    }),
    perform(guess, {
      load: (tx, { id }) => find(tx, id),
      sees: everyone,
      may: everyone,
      async run({ tx, input, subject, refuseKeeping }) {
        const count = sql`${things.count} + 1`
        await tx.update(things).set({ count }).where(eq(things.id, input.id))
        return input.word === subject.name ? { secret: 'open sesame' } : refuseKeeping('wrong')
      },
      audit: ({ id }) => ({ subject: id }),
    }),
    perform(askOutside, {
      async gather({ input, refuse }) {
        const said = await outside.gather(input.word)
        return said === 'down' ? refuse('outsideDown') : said
      },
      load: async (_tx, _input, _actor, gathered) => ({ gathered }),
      sees: everyone,
      may: everyone,
      async run({ tx, input, gathered }) {
        const [row] = await insert(tx, input.id, gathered)
        return row!
      },
      audit: ({ id }) => ({ subject: id }),
    }),
  ]
}
