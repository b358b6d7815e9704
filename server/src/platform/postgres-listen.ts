import { setTimeout as sleep } from 'node:timers/promises'

export const CHANNEL = 'answers'
const RETRY_MS = 1000
/** PostgreSQL takes 8000 bytes. */
const MAX_PAYLOAD = 7500

type Heard = (keys: readonly string[] | null) => void

/** `null` tells everybody to drop everything: too many keys for one notice. */
export function payloadOf(keys: readonly string[]) {
  const payload = JSON.stringify(keys)
  return Buffer.byteLength(payload) > MAX_PAYLOAD ? 'null' : payload
}
function keysOf(payload: string | undefined): string[] | null {
  try {
    const keys: unknown = JSON.parse(payload ?? 'null')
    return Array.isArray(keys) ? keys.map(String) : null
  } catch {
    return null
  }
}

/**
 * Follows what all processes announce, on a connection of its own, and takes a new one when that breaks.
 * Rejects when the first one can't be had. Returns what ends it.
 */
export async function listenTo(url: string, heard: Heard): Promise<() => Promise<void>> {
  const { default: pg } = await import('pg')
  let stopped = false
  let client: InstanceType<typeof pg.Client>

  /** Resolves, once it listens, to the promise of its end. */
  async function attach() {
    client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 })
    const ended = new Promise<void>((resolve) => client.once('end', resolve))
    client.on('error', () => {})
    client.on('notification', ({ payload }) => heard(keysOf(payload)))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    // What was announced in between was missed.
    heard(null)
    return { ended }
  }

  async function follow(first: { ended: Promise<void> }) {
    let current: { ended: Promise<void> } | undefined = first
    while (!stopped) {
      await (current?.ended ?? sleep(RETRY_MS, undefined, { ref: false }))
      if (stopped) return
      heard(null)
      current = await attach().catch(() => undefined)
    }
  }

  void follow(await attach())
  return async () => {
    stopped = true
    await client.end()
  }
}
