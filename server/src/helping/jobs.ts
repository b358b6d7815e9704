import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { SmsFailure, type SmsGateway } from '../gateways/sms/gateway.ts'
import type { SmsText } from '../gateways/sms/templates.ts'
import { GiveUp, type JobHandler } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Store } from '../platform/store.ts'
import { SEND, type Send, settleAges } from './helping.ts'
import { sweepUndoCodes } from './undo-code-store.ts'

const SETTLE = 'helping.settle'
/** A code that is over is told to be so for a month. */
const CODE_REMEMBERED = 30 * DAY
/** A write of so many stays far under 50 ms. */
const BATCH = 50
type Parts = { store: Store; secrets: Secrets; sms: SmsGateway | null; now: () => number }

/** What a person is told of help, and what the clock ends of it. */
export function helpingJobs({ store, secrets, sms, now }: Parts) {
  const send: JobHandler = {
    leaseMs: 30_000,
    // With the runner's pauses some hours: a person has to hear of it even when the provider is down for a while.
    maxTries: 16,
    async run(job) {
      const { phone, text, until } = job.data as Send
      if (until !== null && until - now() < MINUTE) return
      if (!sms) throw new Error('no SMS gateway is configured')
      const said = JSON.parse(secrets.unseal(text)) as SmsText
      const message = { ...said, phone: secrets.unseal(phone), idempotencyKey: job.id }
      await sms.send(message).catch((error: unknown) => {
        const { kind, status } = error instanceof SmsFailure ? error : { kind: null, status: null }
        throw kind === 'refused' && status !== 401 && status !== 403
          ? new GiveUp((error as Error).message)
          : error
      })
    },
  }
  const settle: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      const told = { secrets, sends: sms !== null }
      while ((await store.write((tx) => settleAges(tx, told, now(), { limit: BATCH }))) === BATCH);
      while ((await store.write((tx) => sweepUndoCodes(tx, now() - CODE_REMEMBERED, BATCH))) === BATCH);
    },
  }
  return {
    handlers: { [SEND]: send, [SETTLE]: settle },
    recurring: [{ kind: SETTLE, everyMs: HOUR }],
  }
}
