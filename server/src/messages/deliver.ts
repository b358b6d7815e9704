import type { Channel } from '@tmt/shared/messages/contract.ts'
import { quietUntil } from '@tmt/shared/messages/rules.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { enqueue, type JobHandler } from '../platform/jobs.ts'
import type { Store, Write } from '../platform/store.ts'
import { claim, readBatch, type Recipient, type Skip, writeOutcome, writeSkips } from './delivery-store.ts'
import { clearSubscription, takeSubscription } from './preference-store.ts'
import { obstacleTo, type Said, sendBy, type Ways } from './send.ts'
import { DELIVER } from './tell.ts'
import type { Batch } from './told-store.ts'

/** Sent at the same time by one job. */
const ABREAST = 8
/** No message is begun later than this after the job, so that none is sent under a lease that is over. */
const SHIFT = 4 * MINUTE

type Step = { to: Recipient; channel: Channel; tries: number; lost: boolean }
type Plan = { skips: Skip[]; steps: Step[]; wake: number | null }

/** What comes next for one person, in the order WeChat, SMS; null when it is settled, and only the inbox is left. */
function nextFor(said: Said, to: Recipient, ways: Ways): Step | Skip[] | null {
  const skips: Skip[] = []
  for (const channel of ['subscribe', 'sms'] as const) {
    const tried = to.tried.find((one) => one.channel === channel)
    if (tried?.state === 'sent') break
    if (tried?.state === 'failed' || tried?.state === 'skipped') continue
    const lost = tried?.state === 'sending'
    if (tried) return { to, channel, tries: tried.tries, lost }
    const why = obstacleTo(channel, said, to, ways)
    // What was skipped is written before the other way is taken.
    if (why === null) return skips.length > 0 ? skips : { to, channel, tries: 0, lost }
    skips.push({ messageId: to.id, channel, why })
  }
  return skips.length > 0 ? skips : null
}
function planOf(said: Said, recipients: readonly Recipient[], ways: Ways, now: number): Plan {
  const plan: Plan = { skips: [], steps: [], wake: null }
  for (const to of recipients) {
    const next = nextFor(said, to, ways)
    if (next === null) continue
    if (Array.isArray(next)) {
      plan.skips.push(...next)
      continue
    }
    const until = said.urgent ? null : quietUntil(to.quiet, now)
    if (until === null) plan.steps.push(next)
    else plan.wake = Math.min(plan.wake ?? until, until)
  }
  return plan
}

type Parts = Ways & { store: Store; now: () => number }

/** Sends one message on one way, and writes down how that ended. True when it is to be tried again. */
async function take(said: Said, { to, channel, tries, lost }: Step, parts: Parts) {
  const { store, now } = parts
  if (lost && channel === 'subscribe') {
    // Whoever sent it died before the answer came. A second one might be a second one.
    await store.write((tx) => writeOutcome(tx, to.id, channel, { state: 'failed', why: 'unknown' }, now()))
    return false
  }
  const claimed = await store.write(async (tx) => {
    const agreed =
      channel !== 'subscribe' || tries > 0 || (await takeSubscription(tx, to.personId, said.template, now()))
    if (agreed) return claim(tx, to.id, channel, tries, now())
    await writeSkips(tx, [{ messageId: to.id, channel, why: 'noSubscription' }], now())
    return false
  })
  if (!claimed) return false
  const outcome = await sendBy[channel](said, to, tries + 1, parts)
  await store.write(async (tx) => {
    await writeOutcome(tx, to.id, channel, outcome, now())
    if (outcome.state === 'failed' && outcome.why === 'notSubscribed')
      await clearSubscription(tx, to.personId, said.template, now())
  })
  return outcome.state === 'queued'
}

/** Takes the steps, a few abreast; how many are to be tried again, and whether time ran out before the last. */
async function walk(said: Said, steps: readonly Step[], parts: Parts, end: number) {
  const waiting = [...steps].reverse()
  let again = 0
  const walker = async () => {
    while (waiting.length > 0 && parts.now() < end) if (await take(said, waiting.pop()!, parts)) again += 1
  }
  // All are waited for: one that fails does not leave others on their way while the job is run again.
  const walks = await Promise.allSettled(Array.from({ length: ABREAST }, walker))
  for (const walked of walks) if (walked.status === 'rejected') throw walked.reason
  return { again, left: waiting.length }
}

/** With a key it is put off once, however often the job is run. */
type Later = { runAt: number; key?: string }
const putOff = (tx: Write, batch: Batch, later: Later) =>
  enqueue(tx, { kind: DELIVER, data: batch, ...later })

/**
 * Takes a batch of messages out: WeChat, then SMS, and the inbox stands whatever comes of them. What is not urgent
 * waits until quiet hours are over. How each fared is written down, so that a job that is run again sends no message
 * a second time.
 */
export function deliverJob(parts: Parts): JobHandler {
  const { store, now } = parts
  return {
    leaseMs: SHIFT + MINUTE,
    // Each message ends by its own count of tries; these are for the database.
    maxTries: 40,
    async run({ data }) {
      const batch = data as Batch
      const end = now() + SHIFT
      let again = 0
      let later: Later | null = null
      // A way that fails leads to the next one: WeChat, SMS, and once more to see that nothing is left.
      for (let round = 0; round < 5; round += 1) {
        const said = await readBatch(store.read, batch)
        if (!said) return
        const { skips, steps, wake } = planOf(said, said.recipients, parts, now())
        later = wake === null ? null : { runAt: wake, key: `${DELIVER}/${batch.from}/${wake}` }
        const open = steps.filter((step) => round === 0 || step.tries === 0 || step.lost)
        if (skips.length === 0 && open.length === 0) break
        if (skips.length > 0) await store.write((tx) => writeSkips(tx, skips, now()))
        const walked = await walk(said, open, parts, end)
        again += walked.again
        if (walked.left > 0) {
          later = { runAt: now() }
          break
        }
      }
      if (later !== null) await store.write((tx) => putOff(tx, batch, later))
      if (again > 0) throw new Error(`${again} messages are to be sent again`)
    },
  }
}
