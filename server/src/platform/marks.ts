import { eq } from 'drizzle-orm'
import { ConfigError } from './config.ts'
import type { Secrets } from './secrets.ts'
import type { Write } from './store.ts'
import { databaseMarks } from './tables.ts'

/** Whether the mark is one of these; the first of them where there was none. */
async function agrees(tx: Write, name: string, values: readonly string[]) {
  await tx.insert(databaseMarks).values({ name, value: values[0]! }).onConflictDoNothing()
  const [mark] = await tx.select().from(databaseMarks).where(eq(databaseMarks.name, name))
  return values.includes(mark!.value)
}
const keyMarks = (secrets: Secrets) => secrets.indexes('mark', 'dataKey')

/**
 * Marks a database, the first time, as a demonstration's or not, and with its key; later it must be the same.
 * Otherwise demonstration sign-ins would go on working in a deployment, and with another key nobody would be
 * found again: everybody would get a new account.
 * @throws ConfigError
 */
export async function claimDatabase(tx: Write, secrets: Secrets, demo: boolean) {
  if (!(await agrees(tx, 'demo', [demo ? '1' : '0'])))
    throw new ConfigError(
      demo
        ? '这个数据库是正式部署的，不能用来演示。请检查 DEMO 和 DATABASE_URL'
        : '这个数据库里是演示数据和演示登录，不能用于正式部署。请检查 DATABASE_URL',
    )
  if (!(await agrees(tx, 'dataKey', keyMarks(secrets))))
    throw new ConfigError(
      'DATA_KEY 与这个数据库里的数据不配：请用原来的密钥；正在换密钥的，把旧的写进 DATA_KEYS_OLD',
    )
}

/** Everything is sealed under the current key now: from here on it alone will do. */
export async function markKeyRotated(tx: Write, secrets: Secrets) {
  await tx
    .update(databaseMarks)
    .set({ value: keyMarks(secrets)[0]! })
    .where(eq(databaseMarks.name, 'dataKey'))
}
