import { SmsFailure, type SmsGateway } from '../gateways/sms/gateway.ts'
import { GiveUp, type JobHandler } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Store, Write } from '../platform/store.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { sweepSessions } from './session-store.ts'
import { sweepCodes } from './store.ts'

export const SEND_CODE = 'people.sendCode'
const SWEEP = 'people.sweep'
/** A write of this many rows stays far under 50 ms. */
const BATCH = 500

/** Number and code are sealed. `minutes` is how long the code was good for when it was made. */
export type SendCode = { phone: string; code: string; minutes: number; expiresAt: number }
type Parts = { store: Store; secrets: Secrets; sms: SmsGateway | null; now: () => number }

export function peopleJobs({ store, secrets, sms, now }: Parts) {
  const sendCode: JobHandler = {
    leaseMs: 30_000,
    // With the runner's pauses more than a code's five minutes: it ends by sending or by expiring, and leaves no row.
    maxTries: 12,
    async run(job) {
      const { phone, code, minutes, expiresAt } = job.data as SendCode
      // A code that nobody can type in time is not worth a message.
      if (expiresAt - now() < MINUTE) return
      if (!sms) throw new Error('no SMS gateway is configured')
      // Word for word the same at every try: the provider tells a repeated message from a new one by its key.
      const params = { code: secrets.unseal(code), minutes }
      const message = {
        phone: secrets.unseal(phone),
        template: 'signInCode',
        params,
        idempotencyKey: job.id,
      } as const
      await sms.send(message).catch((error: unknown) => {
        // 401 and 403 are about us and may be mended; a number that is refused stays refused.
        const { kind, status } = error instanceof SmsFailure ? error : { kind: null, status: null }
        throw kind === 'refused' && status !== 401 && status !== 403
          ? new GiveUp((error as Error).message)
          : error
      })
    },
  }
  async function inBatches(sweep: (tx: Write) => Promise<number>) {
    let gone: number
    do gone = await store.write(sweep)
    while (gone === BATCH)
  }
  const sweep: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      await inBatches((tx) => sweepSessions(tx, now(), BATCH))
      await inBatches((tx) => sweepCodes(tx, now() - 2 * DAY, BATCH))
    },
  }
  return { handlers: { [SEND_CODE]: sendCode, [SWEEP]: sweep }, recurring: [{ kind: SWEEP, everyMs: HOUR }] }
}
