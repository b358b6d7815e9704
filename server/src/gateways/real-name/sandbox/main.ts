import { parseArgs } from 'node:util'
import { createSandbox } from './sandbox.ts'

/** `node main.ts --port N`: the real-name sandbox until it is interrupted. Without a port it takes a free one. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } })
const listening = await createSandbox().listen({ port: Number(values.port) })
process.stdout.write(`real-name sandbox at ${listening.url}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void listening.close())
