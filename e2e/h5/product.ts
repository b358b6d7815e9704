import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const START_LIMIT = 60_000

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export type Product = {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  url: string
  /** What the server printed so far. */
  output(): string
  stop(): Promise<void>
}

/** The built product as a person starts it: the server with its demonstration city, on a database of its own. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'taimintong-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DEMO: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: join(folder, 'city.db'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(server, 'exit')

  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM')
      const hard = setTimeout(() => server.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(hard)
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const deadline = Date.now() + START_LIMIT
  while (!(await ready(url))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`the server did not start:\n${output}`)
    }
    await sleep(100)
  }
  return { url, output: () => output, stop }
}

/** Whether a server answers there that is ready for work. */
export async function ready(url: string) {
  try {
    return (await fetch(`${url}/api/ready`)).ok
  } catch {
    return false
  }
}
