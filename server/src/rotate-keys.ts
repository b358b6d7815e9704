import { inspect } from 'node:util'
import { record } from './platform/audit.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { claimDatabase, markKeyRotated } from './platform/marks.ts'
import { migrateDatabase } from './platform/migrate.ts'
import { openStore } from './platform/open-store.ts'
import { reseal } from './platform/reseal.ts'
import { Secrets } from './platform/secrets.ts'
import { sealed } from './sealed.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Seals all that old keys sealed under the current one. It may be stopped at any time and started again. */
async function rotate() {
  const config = readConfig(process.env)
  const secrets = new Secrets(config.dataKey, config.oldDataKeys)
  await migrateDatabase(config.databaseUrl)
  const store = await openStore(config.databaseUrl)
  try {
    await store.write((tx) => claimDatabase(tx, secrets, config.demo))
    const counts: Record<string, number> = {}
    await reseal(store, secrets, sealed, (table, rows) => {
      counts[table] = rows
      say(`${table}：已换 ${rows} 行`)
    })
    const at = Date.now()
    await store.write(async (tx) => {
      await markKeyRotated(tx, secrets)
      await record(tx, {
        action: 'platform.rotateKeys',
        outcome: 'done',
        actor: { personId: null },
        subject: `key:${secrets.version}`,
        details: counts,
        requestId: 'command',
        at,
      })
    })
    say(`全部换成第 ${secrets.version} 版密钥。没有别的进程在用旧密钥以后，可以去掉 DATA_KEYS_OLD`)
  } finally {
    await store.close()
  }
}

rotate().catch((error: unknown) => {
  const unknown = error instanceof Error && error.message === 'unknown sealing'
  const said =
    error instanceof ConfigError
      ? error.message
      : unknown
        ? '有的行是用不在这里的密钥加密的：请把每一个旧密钥都写进 DATA_KEYS_OLD，再运行一次'
        : inspect(error)
  process.stderr.write(`${said}\n`)
  process.exitCode = 1
})
