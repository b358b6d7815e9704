import { request as ask } from 'node:http'
import type { Sample } from './bare.ts'
import { copyOf, logFile } from './files.ts'
import type { Load, Round } from './generator.ts'
import { type Requests, requestsOf } from './requests.ts'
import type { Memory } from './server.ts'
import { folder } from './sizes.ts'
import { type Child, launch } from './wire.ts'

/** A server under load, in a process of its own. */
export type Server = { port: number; cpu(): Promise<number> }
/** The product on one city. */
export type Product = Server & {
  /** Its database, for looking at from outside. */
  file: string
  requests: Requests
  memory(): Promise<Memory>
  stats(): Promise<{ commits: number; units: number; retries: number }>
}
/** A round, and what it cost the server. */
export type Run = Round & { served: number }
export type Pace = { rounds: number; seconds: number }
/** What the rounds are held on: one generator, one bare server, and the products that were opened. */
export type Stage = {
  pace: Pace
  /** Runs one round; every answer must have the expected status. */
  run(server: Server, load: { requests: string[] } & Partial<Load>): Promise<Run>
  bare: Server & { answerWith(samples: Sample[]): Promise<void> }
  open(file: string, group: number | null): Promise<Product>
  close(): Promise<void>
}

const CONNECTIONS = 64

export async function openStage(
  pace: Pace,
  options: { profile: boolean; nodeOptions: string[] },
): Promise<Stage> {
  const children: Child[] = []
  const start = (program: string, env: NodeJS.ProcessEnv = {}, nodeOptions: string[] = []) => {
    const child = launch(program, { env, nodeOptions, log: logFile })
    children.push(child)
    return child
  }
  const generator = start('generator.ts')
  const bare = start('bare.ts')
  const barePort = await bare.ask<number>('open')
  const nodeOptions = [
    // As `npm start` and `npm run serve` do.
    '--max-semi-space-size=8',
    ...options.nodeOptions,
    ...(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []),
  ]
  const copies = new Map<string, ReturnType<typeof copyOf>>()
  return {
    pace,
    async run(server, given) {
      const { port } = server
      const load: Load = {
        port,
        connections: CONNECTIONS,
        seconds: pace.seconds,
        once: false,
        expect: 200,
        ...given,
      }
      const before = await server.cpu()
      const round = await generator.ask<Round>('run', load, load.seconds * 1000 + 60_000)
      const used = (await server.cpu()) - before
      if (round.failed > 0)
        throw new Error(`${round.failed} of ${round.done} answers failed, first: ${round.firstFailure}`)
      if (round.done === 0) throw new Error('a round without a request')
      return { ...round, served: round.done / used }
    },
    bare: {
      port: barePort,
      cpu: () => bare.ask('cpu'),
      answerWith: (samples) => bare.ask('answerWith', samples),
    },
    async open(file, group) {
      const copy = copies.get(file) ?? copyOf(file)
      copies.set(file, copy)
      const server = start('server.ts', { DATABASE_URL: copy.file, NODE_ENV: 'production' }, nodeOptions)
      const port = await server.ask<number>('open', { group })
      return {
        port,
        file: copy.file,
        requests: requestsOf(file),
        cpu: () => server.ask('cpu'),
        memory: () => server.ask('memory'),
        stats: () => server.ask('stats'),
      }
    },
    async close() {
      for (const child of children.toReversed()) await child.stop()
      for (const copy of copies.values()) copy.drop()
    },
  }
}

/** Node writes these by itself, or by the body's length. */
const automatic = /^(date|connection|keep-alive|content-length|transfer-encoding)$/i

/** What the product answers to these requests, for the bare server to answer the same. */
export async function samplesOf(port: number, requests: readonly string[]): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const text of requests) samples.push(await sampleOf(port, text))
  return samples
}
function sampleOf(port: number, text: string) {
  const [first = '', ...lines] = text.split('\r\n').filter(Boolean)
  const [method, path] = first.split(' ')
  const headers = Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]))
  return new Promise<Sample>((resolve, reject) => {
    const asking = ask({ host: '127.0.0.1', port, method, path, headers, timeout: 10_000 }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const own = response.rawHeaders.flatMap((name, i, all) =>
          i % 2 === 0 && !automatic.test(name) ? [name, all[i + 1]!] : [],
        )
        const status = response.statusCode!
        if (status !== 304) own.push('Content-Length', String(body.length))
        resolve({ status, headers: own, body })
      })
    })
    asking.on('error', reject)
    asking.end()
  })
}
