import { inspect } from 'node:util'
import { register } from './divisions/register.ts'
import { saveRegister } from './divisions/store.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { claimDatabase } from './platform/marks.ts'
import { migrateDatabase } from './platform/migrate.ts'
import { openStore } from './platform/open-store.ts'
import { Secrets } from './platform/secrets.ts'
import type { Store, Write } from './platform/store.ts'

/** Returns what was done, to be said once it is durable. */
type Work = (tx: Write, config: Config, store: Store) => Promise<string>

async function run(prepare: () => Work) {
  const work = prepare()
  const config = readConfig(process.env)
  await migrateDatabase(config.databaseUrl)
  const store = await openStore(config.databaseUrl)
  try {
    const done = await store.write(async (tx) => {
      await claimDatabase(tx, new Secrets(config.dataKey, config.oldDataKeys), config.demo)
      await saveRegister(tx, register())
      return work(tx, config, store)
    })
    process.stdout.write(`${done}\n`)
  } finally {
    await store.close()
  }
}

/** Runs one command on the machine that holds the database, in one unit; a wrong use or variable is told in a sentence. */
export function runCommand(prepare: () => Work) {
  run(prepare).catch((error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.message : inspect(error)}\n`)
    process.exitCode = 1
  })
}
