/** Asks the person, at the tap of an act, whether they may be told how it goes on. `act` is the command's name. */
export type Asking = (act: string) => Promise<void>
let asking: Asking | null = null

/** Said by the feature that knows what can be asked for; null where there is nothing. */
export function askBy(how: Asking | null) {
  asking = how
}

/**
 * Called at the tap itself: WeChat shows its question to a tap alone. Whatever is answered, and when the question can't
 * be asked at all, the act goes on.
 */
export async function askForNews(act: string) {
  try {
    await asking?.(act)
  } catch {
    // Not asked, or not answered: then the message stands in the inbox alone.
  }
}
