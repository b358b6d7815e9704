import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import automator from 'miniprogram-automator'

export const CLI = fileURLToPath(new URL('../cli', import.meta.url))
export const FIXTURE = fileURLToPath(new URL('../fixture', import.meta.url))

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Asks again until there is an answer that is true, and gives it; the last error or answer tells why not. */
export async function until<T>(ask: () => Promise<T>, within = 8000): Promise<NonNullable<T>> {
  const end = Date.now() + within
  for (;;) {
    let last: unknown
    try {
      const answer = await ask()
      if (answer) return answer
      last = answer
    } catch (error) {
      last = error
    }
    if (Date.now() > end) throw new Error(`still not: ${ask.toString()} (last: ${String(last)})`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

export type Started = { process: ChildProcess; port: number; output(): string; ended: Promise<number | null> }
/** Starts the host's command line, as the automator's `launch` does. */
export async function startCli(
  project: string,
  more: { port?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Started> {
  const port = more.port ?? (await freePort())
  const child = spawn(CLI, ['auto', '--project', project, '--auto-port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...more.env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (text += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { process: child, port, output: () => text, ended }
}

export type Device = {
  mini: MiniProgram
  cli: Started
  exceptions: { message: string; stack: string }[]
  logs: { type: string; args: unknown[] }[]
  current(): Promise<Page>
  /** The page at a path, once it is the current one. */
  at(path: string): Promise<Page>
  close(): Promise<void>
}

/** A running mini-program with a client that heard everything from the start. */
export async function startDevice(project = FIXTURE, env: NodeJS.ProcessEnv = {}): Promise<Device> {
  const cli = await startCli(project, { env })
  const wsEndpoint = `ws://127.0.0.1:${cli.port}`
  const mini = await until(() => automator.connect({ wsEndpoint }), 30_000).catch((error: unknown) => {
    cli.process.kill('SIGKILL')
    throw new Error(`${String(error)}\n${cli.output()}`)
  })
  const exceptions: Device['exceptions'] = []
  const logs: Device['logs'] = []
  mini.on('exception', (event: Device['exceptions'][number]) => exceptions.push(event))
  mini.on('console', (event: Device['logs'][number]) => logs.push(event))
  const current = async () => {
    const page = await mini.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }
  return {
    mini,
    cli,
    exceptions,
    logs,
    current,
    at: (path) =>
      until(async () => {
        const page = await current()
        return page.path === path ? page : null
      }),
    close: async () => {
      mini.disconnect()
      cli.process.kill('SIGTERM')
      await cli.ended
    },
  }
}

/** The element that a selector finds; it must be there. */
export async function find(within: Page | Element, selector: string): Promise<Element> {
  const found = await within.$(selector)
  if (!found) throw new Error(`nothing matches ${selector}`)
  return found
}
export const texts = async (within: Page | Element, selector: string) =>
  Promise.all((await within.$$(selector)).map((element: Element) => element.text()))
