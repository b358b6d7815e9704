import { createHash } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { folder, type Size } from './sizes.ts'
import { launch } from './wire.ts'

const MB = 1024 * 1024
export const logFile = join(folder, 'server.log')

/** Changes whenever the schema, the register or the filling does: what is kept from before is then made anew. */
function version() {
  const hash = createHash('sha256')
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  const migrations = here('../migrations/sqlite')
  for (const file of readdirSync(migrations)
    .filter((f) => f.endsWith('.sql'))
    .toSorted())
    hash.update(readFileSync(join(migrations, file)))
  for (const file of ['fill.ts', 'fill-people.ts', 'fill-checkins.ts', 'sizes.ts'])
    hash.update(readFileSync(here(file)))
  return hash.digest('hex').slice(0, 10)
}

export type Built = { file: string; megabytes: number; seconds: number | null }

/** The city of this size, from the last run or built now. */
export async function city(size: Size): Promise<Built> {
  mkdirSync(folder, { recursive: true })
  const prefix = `city-${size.residents}-`
  const name = `${prefix}${version()}.db`
  const file = join(folder, name)
  let seconds: number | null = null
  if (!existsSync(file)) {
    for (const old of readdirSync(folder)) if (old.startsWith(prefix)) rmSync(join(folder, old))
    console.log(`建库：${size.residents} 名居民、${size.activities} 个活动、${size.signups} 次报名 …`)
    const started = performance.now()
    const filler = launch('fill.ts', { env: { DATABASE_URL: file }, log: logFile })
    try {
      await filler.ask('fill', { file, size }, 15 * 60_000)
    } finally {
      await filler.stop()
    }
    seconds = (performance.now() - started) / 1000
  }
  return { file, megabytes: Math.round(statSync(file).size / MB), seconds }
}

/** A copy that a run may write to; gone afterwards. */
export function copyOf(file: string) {
  const copy = `${file}.run`
  drop(copy)
  copyFileSync(file, copy, constants.COPYFILE_FICLONE)
  return { file: copy, drop: () => drop(copy) }
}
function drop(file: string) {
  for (const rest of ['', '-wal', '-shm']) rmSync(file + rest, { force: true })
}
