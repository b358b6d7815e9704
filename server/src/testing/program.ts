import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs one of the server's commands on a test house's database, as `npm run …` does. */
export function runProgram(
  program: string,
  databaseUrl: string,
  args: readonly string[],
  more: Record<string, string> = {},
) {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    DEMO: '1',
    ...more,
  }
  const command = [fileURLToPath(new URL(`../${program}`, import.meta.url)), ...args]
  return new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, command, { env, timeout: 25_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` })
    })
  })
}
