import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'

/** Has another process hold the write lock of a SQLite file; resolves, once it does, to what lets it go. */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const program = fileURLToPath(import.meta.url)
  const child = spawn(process.execPath, [program, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  if (child.exitCode !== null) throw new Error('the lock could not be had')
  return async () => {
    child.stdin.end()
    await ended
  }
}

/** What that process does, until its input ends. */
function hold(file: string | undefined) {
  const raw = new Database(file)
  raw.exec('BEGIN IMMEDIATE')
  process.stdout.write('locked\n')
  process.stdin.on('end', () => {
    raw.exec('ROLLBACK')
    raw.close()
  })
  process.stdin.resume()
}

if (import.meta.main) hold(process.argv[2])
