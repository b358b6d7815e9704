import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { clientOf } from './client.ts'

const program = fileURLToPath(new URL('../main.ts', import.meta.url))
const dataKey = Buffer.alloc(32, 7).toString('base64')

type Ended = { code: number | null; signal: NodeJS.Signals | null }

/** The real server as a process of its own, on 127.0.0.1; it ends with the test at the latest. */
function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_KEY: dataKey, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (said.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said.err += text))
  // `close` comes after all that it said has been read.
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, said, ended }
}

/** Runs it where it is not going to start, and tells what it said of that. */
export async function runServer(env: Record<string, string>) {
  const { said, ended } = launch(env)
  return { ...(await ended), ...said }
}

/** Starts a demonstration on a database; resolves once it answers. */
export async function startServer(databaseUrl: string, env: Record<string, string> = {}) {
  const { child, said, ended } = launch({ DEMO: '1', DATABASE_URL: databaseUrl, ...env })
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /泰民通已启动：(http:\/\/\S+)\n/.exec(said.out)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', look)
    void ended.then(() => reject(new Error(`the server did not start: ${said.err}`)))
  })
  const ask = clientOf((path, init) => fetch(`${url}${path}`, init))
  return { url, ask, said, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) }
}
export type RunningServer = Awaited<ReturnType<typeof startServer>>
