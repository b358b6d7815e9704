import type { Write } from './store.ts'

/** Something that happened, told inside the unit of work that did it. */
export type Happened = { name: string; data: unknown }
export type EventType<D> = { name: string; (data: D): Happened }

/** A kind of thing that happens in a feature, named like its endpoints. It stands beside the feature. */
export function event<D>(name: string): EventType<D> {
  const make = (data: D): Happened => ({ name, data })
  return Object.defineProperty(make, 'name', { value: name }) as EventType<D>
}

/** Says that cached answers under a key are out of date once the unit is durable. */
export type Raise = (key: string) => void
export type Reaction = {
  to: string
  react: (tx: Write, data: unknown, now: number, raise: Raise) => Promise<void>
}

/**
 * When this happens, then that, in the same unit: both are durable or neither. What takes longer than some
 * milliseconds, or speaks with the outside world, is enqueued as a job.
 */
export function when<D>(
  type: EventType<D>,
  react: (tx: Write, data: D, now: number, raise: Raise) => Promise<void>,
): Reaction {
  return { to: type.name, react: (tx, data, now, raise) => react(tx, data as D, now, raise) }
}

export type React = (tx: Write, happened: readonly Happened[], now: number, raise: Raise) => Promise<void>

/** Carries out a table of reactions, in the order of what happened and then of the table. */
export function reacting(reactions: readonly Reaction[]): React {
  const by = Map.groupBy(reactions, ({ to }) => to)
  return async (tx, happened, now, raise) => {
    for (const { name, data } of happened)
      for (const { react } of by.get(name) ?? []) await react(tx, data, now, raise)
  }
}
