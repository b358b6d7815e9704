import type { Answers } from './answers.ts'
import type { Happened, React } from './events.ts'
import type { Store, Write } from './store.ts'

type Context = {
  tx: Write
  /** What others react to (reactions.ts), in this same unit. */
  tell: (happened: Happened) => void
  /** Cached answers under this key are out of date once the unit is durable. */
  raise: (key: string) => void
  now: number
}
export type OwnUnit = <T>(work: (context: Context) => Promise<T>) => Promise<T>

/** Units of work that no command asked for, a job's or a push's: with reactions and caches as a command's have. */
export function createOwnUnit(house: {
  store: Store
  answers: Answers
  react: React
  now: () => number
}): OwnUnit {
  const { store, answers, react } = house
  return async (work) => {
    const now = house.now()
    const raised = new Set<string>()
    const raise = (key: string) => void raised.add(key)
    const result = await store.write(async (tx) => {
      raised.clear()
      const happened: Happened[] = []
      const done = await work({ tx, now, raise, tell: (one) => void happened.push(one) })
      await react(tx, happened, now, raise)
      if (raised.size > 0) await store.announce(tx, [...raised])
      return done
    })
    answers.raise([...raised])
    return result
  }
}
