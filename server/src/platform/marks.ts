import { eq } from 'drizzle-orm'
import { ConfigError } from './config.ts'
import type { Secrets } from './secrets.ts'
import type { Write } from './store.ts'
import { databaseMarks } from './tables.ts'

async function agrees(tx: Write, name: string, value: string) {
  await tx.insert(databaseMarks).values({ name, value }).onConflictDoNothing()
  const [mark] = await tx.select().from(databaseMarks).where(eq(databaseMarks.name, name))
  return mark!.value === value
}

/**
 * Marks a database, the first time, as a demonstration's or not, and with its key; later it must be the same.
 * Otherwise demonstration sign-ins would go on working in a deployment, and with another key nobody would be
 * found again: everybody would get a new account.
 * @throws ConfigError
 */
export async function claimDatabase(tx: Write, secrets: Secrets, demo: boolean) {
  if (!(await agrees(tx, 'demo', demo ? '1' : '0')))
    throw new ConfigError(
      demo
        ? '这个数据库是正式部署的，不能用来演示。请检查 DEMO 和 DATABASE_URL'
        : '这个数据库里是演示数据和演示登录，不能用于正式部署。请检查 DATABASE_URL',
    )
  if (!(await agrees(tx, 'dataKey', secrets.index('mark', 'dataKey'))))
    throw new ConfigError('DATA_KEY 与这个数据库里的数据不配：请用最初的那个密钥')
}
