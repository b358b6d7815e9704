import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import { prepared } from './prepared.ts'
import type { Read, Write } from './store.ts'
import { answeredCommands } from './tables.ts'

/** What a command answered: its output, or the code of a refusal whose writes were kept. */
export type Stored = { output: unknown } | { refused: string }
export type CommandKey = { id: string; digest: string; secret: Buffer }

const sha256 = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest()

/** The key of one command by one caller. A guest's key is as good as its sender's randomness. */
export function commandKey(actorId: string | null, header: string, name: string, input: unknown): CommandKey {
  return {
    id: sha256('id', actorId ?? 'guest', header).toString('base64url'),
    // With the header, which is not kept: short inputs, such as a telephone number, could be guessed otherwise.
    digest: sha256('digest', header, name, JSON.stringify(input)).toString('base64url'),
    secret: sha256('secret', header),
  }
}

function seal(secret: Buffer, value: Stored) {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
}
function unseal(secret: Buffer, sealed: string): Stored {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(
    Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'),
  ) as Stored
}

const find = prepared((db: Read) =>
  db
    .select({ digest: answeredCommands.digest, answer: answeredCommands.answer })
    .from(answeredCommands)
    .where(eq(answeredCommands.id, sql.placeholder('id'))),
)

/** The stored answer, `reused` when the same key came with something else, or undefined when it is new. */
export async function recall(db: Read, key: CommandKey): Promise<Stored | 'reused' | undefined> {
  const [row] = await find(db, { id: key.id })
  if (!row) return undefined
  return row.digest === key.digest ? unseal(key.secret, row.answer) : 'reused'
}

const put = prepared((tx: Write) =>
  tx.insert(answeredCommands).values({
    id: sql.placeholder('id'),
    digest: sql.placeholder('digest'),
    answer: sql.placeholder('answer'),
    at: sql.placeholder('at'),
  }),
)
export async function remember(tx: Write, { id, digest, secret }: CommandKey, value: Stored, at: number) {
  await put(tx, { id, digest, answer: seal(secret, value), at })
}

/** Forgets answers older than `before`; at most `limit` rows. Returns how many went. */
export async function forget(tx: Write, before: number, limit: number) {
  const old = tx
    .select({ id: answeredCommands.id })
    .from(answeredCommands)
    .where(lt(answeredCommands.at, before))
    .limit(limit)
  const gone = await tx
    .delete(answeredCommands)
    .where(sql`${answeredCommands.id} in ${old}`)
    .returning({ id: answeredCommands.id })
  return gone.length
}
