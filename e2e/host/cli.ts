import { parseArgs } from 'node:util'
import { Host } from './host.ts'
import { listen, type Protocol } from './protocol.ts'

/** A host without a client ends after this long: nobody is left to close it. */
const BEFORE_FIRST = 60_000
const AFTER_LAST = Number(process.env.E2E_ALONE ?? 15_000)
const PATIENCE = Number(process.env.E2E_PATIENCE ?? 20_000)
const fail = (message: string): never => {
  process.stderr.write(`e2e host: ${message}\n`)
  process.exit(1)
}

/** The command line of WeChat DevTools, as far as the automator calls it. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        project: { type: 'string' },
        'auto-port': { type: 'string' },
        'auto-account': { type: 'string' },
        ticket: { type: 'string' },
        'trust-project': { type: 'boolean' },
        verbose: { type: 'boolean' },
      },
    })
    const port = Number(values['auto-port'])
    if (positionals[0] !== 'auto' || !values.project || !Number.isInteger(port) || port < 1 || port > 65_535)
      return fail('usage: cli auto --project <folder> --auto-port <port>')
    return { project: values.project, port, verbose: values.verbose ?? false }
  } catch (error) {
    return fail((error as Error).message)
  }
}

const { project, port, verbose } = readArguments()
let protocol: Protocol | undefined
let alone: NodeJS.Timeout | undefined
let ending = false
let failed = false
let here = 0

async function end(code: number) {
  if (ending) return
  ending = true
  // Whatever does not end in time ends with the process.
  setTimeout(() => process.exit(code), 5000).unref()
  await Promise.allSettled([host.stop(), protocol?.close()])
  process.exit(code)
}
/** The client was told why: it may read the answer, then there is nothing to stay for. */
const giveUp = () => void setTimeout(() => void end(1), 500)
const wait = (milliseconds: number) => {
  clearTimeout(alone)
  alone = setTimeout(() => void end(failed ? 1 : 0), milliseconds)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

const host = new Host({
  project,
  hosts: process.env.E2E_ALLOWED_HOSTS,
  patience: PATIENCE,
  verbose: verbose || process.env.E2E_VERBOSE === '1',
  emit: (method, params) => protocol?.emit(method, params),
  died: (why) => {
    process.stderr.write(`e2e host: ${why}\n`)
    void end(1)
  },
})

try {
  protocol = await listen(port, {
    close: () => void end(0),
    came: () => {
      here += 1
      clearTimeout(alone)
      if (failed) giveUp()
    },
    left: () => {
      here -= 1
      if (here === 0) wait(AFTER_LAST)
    },
  })
} catch (error) {
  fail(`port ${port}: ${(error as Error).message}`)
}
wait(BEFORE_FIRST)
try {
  await host.start()
  protocol?.serve(host)
} catch (error) {
  const failure = error as Error
  process.stderr.write(`e2e host: ${failure.message}\n`)
  // The client hears why, where a silent end would leave it waiting for half a minute.
  failed = true
  protocol?.serve(failure)
  await host.stop()
  if (here > 0) giveUp()
}
