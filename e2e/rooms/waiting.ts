import { setTimeout as sleep } from 'node:timers/promises'

/** How long a person would wait for the next thing to appear, in milliseconds. */
const PATIENCE = 10_000
/** How often it is looked for. */
const EVERY = 50

/** Asks again until the answer is neither null, undefined nor false; says what it waited for when it never came. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience
  let trouble = ''
  for (;;) {
    try {
      const answer = await ask()
      if (answer !== null && answer !== undefined && answer !== false) return answer
      trouble = ''
    } catch (error) {
      trouble = `: ${(error as Error).message}`
    }
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}${trouble}`)
    await sleep(EVERY)
  }
}
