import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What a child process answers to: a name, a plain value in, a plain value out. */
export type Handlers = Record<string, (value: never) => unknown>
type Question = { id: number; name: string; value: unknown }
type Reply = { id: number; value?: unknown; error?: string }

/** The child's side: answers what the parent asks, and ends when the parent is gone. */
export function answerParent(handlers: Handlers) {
  const all: Handlers = { ...handlers, cpu: cpuSeconds }
  process.on('message', (question: Question) => {
    const { id, name, value } = question
    Promise.resolve(value)
      .then((given) => all[name]!(given as never))
      .then(
        (result) => process.send!({ id, value: result } satisfies Reply),
        (error: unknown) =>
          process.send!({ id, error: String((error as Error)?.stack ?? error) } satisfies Reply),
      )
  })
  process.on('disconnect', () => process.exit(0))
}

/** Seconds of processor time that this process has used so far. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export type Child = {
  pid: number
  /** @throws what the handler throws, or when nothing comes within `patience` milliseconds. */
  ask<T>(name: string, value?: unknown, patience?: number): Promise<T>
  stop(): Promise<void>
}

/** Starts a program of this folder; its standard output goes to `log`. */
export function launch(
  program: string,
  options: { env?: NodeJS.ProcessEnv; nodeOptions?: string[]; log: string },
): Child {
  const output = openSync(options.log, 'a')
  const child: ChildProcess = fork(fileURLToPath(new URL(program, import.meta.url)), {
    env: { ...process.env, ...options.env },
    execArgv: options.nodeOptions ?? [],
    serialization: 'advanced',
    stdio: ['ignore', output, 'inherit', 'ipc'],
  })
  closeSync(output)
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let asked = 0
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const asker of waiting.values()) asker.reject(new Error(`${program} ended with ${code}`))
      resolve()
    })
  })
  child.on('message', ({ id, value, error }: Reply) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asker?.resolve(value as never)
    else asker?.reject(new Error(`${program}: ${error}`))
  })
  return {
    pid: child.pid!,
    ask(name, value, patience = 60_000) {
      return new Promise((resolve, reject) => {
        const id = (asked += 1)
        const timer = setTimeout(() => reject(new Error(`${program} ${name}: no answer`)), patience)
        const settle =
          <V>(then: (value: V) => void) =>
          (given: V) => {
            clearTimeout(timer)
            then(given)
          }
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
        child.send({ id, name, value } satisfies Question)
      })
    },
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
      if (child.connected) child.disconnect()
      await ended
      clearTimeout(timer)
    },
  }
}
