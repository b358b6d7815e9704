import type { About, Template } from '@tmt/shared/messages/contract.ts'
import type { Params } from '@tmt/shared/messages/templates.ts'
import { eq, sql } from 'drizzle-orm'
import { engine } from '../platform/dialect.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { messages, sayings } from './tables.ts'

const P = sql.placeholder

export type Saying = {
  key: string
  template: Template
  params: Params
  about: About | null
  urgent: boolean
  at: number
  audience?: { name: string; of: string } | undefined
}
const put = prepared((tx: Write) =>
  tx
    .insert(sayings)
    .values({
      id: P('id'),
      key: P('key'),
      template: P('template'),
      params: P('params'),
      aboutKind: P('aboutKind'),
      aboutId: P('aboutId'),
      urgent: P('urgent'),
      at: P('at'),
      audience: P('audience'),
      audienceOf: P('audienceOf'),
    })
    .onConflictDoNothing({ target: sayings.key })
    .returning({ id: sayings.id }),
)
/** Its id; undefined when this was said before. */
export async function insertSaying(tx: Write, saying: Saying) {
  const { about, audience, ...rest } = saying
  const [row] = await put(tx, {
    ...rest,
    id: newId(saying.at),
    aboutKind: about?.kind ?? null,
    aboutId: about?.id ?? null,
    audience: audience?.name ?? null,
    audienceOf: audience?.of ?? null,
  })
  return row?.id
}
export async function findSaying(db: Read, id: string) {
  const [row] = await db.select().from(sayings).where(eq(sayings.id, id))
  return row
}
export async function moveSpread(tx: Write, id: string, to: string) {
  await tx.update(sayings).set({ spreadTo: to }).where(eq(sayings.id, id))
}

/** The messages of one saying whose ids lie between these two. */
export type Batch = { saying: string; from: string; to: string }

const list = (json: string) =>
  engine === 'sqlite' ? sql`json_each(${json})` : sql`jsonb_array_elements(${json}::jsonb) as given(value)`
/**
 * A copy for each of these people, in one statement whatever their number. Whoever has it already gets no second one,
 * and whoever is not there, or closed the account, none at all. Undefined when nobody got one. The plus keeps SQLite
 * from going through all who have not left.
 */
export async function insertMessages(
  tx: Write,
  { id: saying, at }: { id: string; at: number },
  people: readonly string[],
  now: number,
): Promise<Batch | undefined> {
  const rows = people.map((person) => [newId(now), person])
  const made = await tx.rows<{ id: string }>(
    sql`insert into ${messages} (id, person_id, saying_id, at)
        select given.value ->> 0, persons.id, ${saying}, cast(${at} as bigint)
        from ${list(JSON.stringify(rows))} ${engine === 'sqlite' ? sql`as given` : sql``}
        join persons on persons.id = given.value ->> 1 and +persons.left_at is null
        where true on conflict do nothing returning id`,
  )
  if (made.length === 0) return undefined
  const ids = made.map(({ id }) => id).toSorted()
  return { saying, from: ids[0]!, to: ids.at(-1)! }
}
