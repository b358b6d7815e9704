import { createHash } from 'node:crypto'

/** An answer as it goes out: bytes and its tag, made once. */
export type Answer = { body: Buffer<ArrayBuffer>; etag: string }
type Generations = readonly (readonly [key: string, generation: number])[]
type Entry = Answer & { validUntil: number; generations: Generations }

const KEEP_MS = 60_000
const MAX_KEYS = 100_000
const EVERYTHING = ''

export function makeAnswer(content: string | Buffer<ArrayBuffer>): Answer {
  const body = typeof content === 'string' ? Buffer.from(content) : content
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}

/**
 * Public answers by URL. Each is valid as long as the generations that were taken before it was read are
 * still the same, and until its own time is over. A commit raises generations; nothing is searched for.
 */
export class Answers {
  readonly #entries = new Map<string, Entry>()
  readonly #generations = new Map<string, number>()
  readonly #maxBytes: number
  #bytes = 0
  /** Raised when something may have been missed: every answer taken before is out of date. */
  #epoch = 0

  constructor(maxBytes = 24 * 1024 * 1024) {
    this.#maxBytes = maxBytes
  }

  /** To be taken before the first read. */
  generationsOf(keys: readonly string[]): Generations {
    return [EVERYTHING, ...keys].map((key) => [key, this.#generationOf(key)] as const)
  }

  raise(keys: readonly string[]) {
    for (const key of keys) this.#generations.set(key, this.#generationOf(key) + 1)
    // Beginning anew is rare and cheap; keeping a number for whatever was once written is neither.
    if (this.#generations.size > MAX_KEYS) this.dropAll()
  }
  dropAll() {
    this.#epoch += 1
    this.#entries.clear()
    this.#generations.clear()
    this.#bytes = 0
  }

  find(url: string, now: number): Answer | undefined {
    const entry = this.#entries.get(url)
    if (!entry) return undefined
    if (now < entry.validUntil && this.#isCurrent(entry.generations)) return entry
    this.#drop(url, entry)
    return undefined
  }

  /** Keeps an answer for a minute at most, if nothing was raised since its generations were taken. */
  keep(url: string, answer: Answer, generations: Generations, validUntil: number, now: number) {
    if (now >= validUntil || !this.#isCurrent(generations)) return
    const before = this.#entries.get(url)
    if (before) this.#drop(url, before)
    const entry = { ...answer, generations, validUntil: Math.min(validUntil, now + KEEP_MS) }
    this.#entries.set(url, entry)
    this.#bytes += sizeOf(url, entry)
    // The oldest go first: a Map remembers the order of insertion.
    for (const [oldest, old] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break
      this.#drop(oldest, old)
    }
  }

  #generationOf(key: string) {
    return key === EVERYTHING ? this.#epoch : (this.#generations.get(key) ?? 0)
  }
  #isCurrent(generations: Generations) {
    return generations.every(([key, generation]) => this.#generationOf(key) === generation)
  }
  #drop(url: string, entry: Entry) {
    this.#entries.delete(url)
    this.#bytes -= sizeOf(url, entry)
  }
}
const sizeOf = (url: string, entry: Entry) => entry.body.length + url.length * 2 + 300
