import { createHash } from 'node:crypto'

/** An answer as it goes out: bytes and headers, made once. */
export type Answer = { body: Buffer; etag: string; validUntil: number }
type Entry = Answer & { generations: readonly (readonly [string, number])[] }

const KEEP_MS = 60_000

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

  constructor(maxBytes = 48 * 1024 * 1024) {
    this.#maxBytes = maxBytes
  }

  /** To be taken before the first read. */
  generationsOf(keys: readonly string[]) {
    return [['', this.#epoch] as const, ...keys.map((key) => [key, this.#generations.get(key) ?? 0] as const)]
  }

  raise(keys: readonly string[]) {
    for (const key of keys) this.#generations.set(key, (this.#generations.get(key) ?? 0) + 1)
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
    if (now < entry.validUntil && this.#current(entry.generations)) return entry
    this.#drop(url, entry)
    return undefined
  }

  /** Keeps an answer if nothing was raised since its generations were taken; returns it either way. */
  keep(
    url: string,
    json: string,
    generations: Entry['generations'],
    validUntil: number,
    now: number,
  ): Answer {
    const body = Buffer.from(json)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const entry = { body, etag, validUntil: Math.min(validUntil, now + KEEP_MS), generations }
    if (!this.#current(generations) || now >= entry.validUntil) return entry
    const before = this.#entries.get(url)
    if (before) this.#drop(url, before)
    this.#entries.set(url, entry)
    this.#bytes += sizeOf(url, entry)
    // The oldest go first: a Map remembers the order of insertion.
    for (const [oldest, old] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break
      this.#drop(oldest, old)
    }
    return entry
  }

  #current(generations: Entry['generations']) {
    return generations.every(
      ([key, n]) => (key === '' ? this.#epoch : (this.#generations.get(key) ?? 0)) === n,
    )
  }
  #drop(url: string, entry: Entry) {
    this.#entries.delete(url)
    this.#bytes -= sizeOf(url, entry)
  }
}
const sizeOf = (url: string, entry: Entry) => entry.body.length + url.length * 2 + 300
