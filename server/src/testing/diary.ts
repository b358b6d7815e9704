import { randomUUID } from 'node:crypto'
import type { Command, Endpoint, Input, Output } from '@tmt/shared/contract.ts'
import type { Reply } from './client.ts'
import type { RunningServer } from './server.ts'

type Entry = {
  acknowledged: string
  pending: { value: string; again: (server: RunningServer) => Promise<number> } | null
}

/**
 * What clients were told, and what they had asked for and not heard of when the server died. Each line is a
 * value that one client alone changes, one change after another.
 */
export class Diary {
  readonly #lines = new Map<string, Entry>()
  acknowledged = 0

  /** Sends a command that sets a line to a value; false when the server is gone. */
  async set<C extends Command>(
    line: string,
    value: string,
    server: RunningServer,
    [contract, input, token]: readonly [C & Endpoint, Input<C>, string],
  ): Promise<boolean> {
    const key = randomUUID()
    const send = (to: RunningServer): Promise<Reply<Output<C>>> => to.ask(contract, input, { token, key })
    const before = this.#lines.get(line)?.acknowledged ?? ''
    const again = async (to: RunningServer) => (await send(to)).status
    this.#lines.set(line, { acknowledged: before, pending: { value, again } })
    try {
      const { status } = await send(server)
      if (status === 200) this.acknowledged += 1
      this.#lines.set(line, { acknowledged: status === 200 ? value : before, pending: null })
      return true
    } catch {
      return false
    }
  }

  lines() {
    return [...this.#lines].map(([line, { acknowledged, pending }]) => ({
      line,
      acknowledged,
      /** What the line may say now. */
      possible: pending ? [acknowledged, pending.value] : [acknowledged],
    }))
  }

  /** Sends again, with their keys, what was never answered; gives the statuses. Then every line is certain. */
  async settle(server: RunningServer): Promise<number[]> {
    const statuses: number[] = []
    for (const [line, { acknowledged, pending }] of this.#lines) {
      if (!pending) continue
      const status = await pending.again(server)
      statuses.push(status)
      this.#lines.set(line, { acknowledged: status === 200 ? pending.value : acknowledged, pending: null })
    }
    return statuses
  }
}
