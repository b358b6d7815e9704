import type { SmsGateway } from '../gateways/sms/gateway.ts'
import { forget } from '../platform/idempotency.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Store } from '../platform/store.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { sweepSessions } from './sessions.ts'

export const SEND_CODE = 'people.sendCode'
export const SWEEP = 'people.sweep'
/** A write of this many rows stays far under 50 ms. */
const BATCH = 500

type SendCode = { phone: string; code: string; expiresAt: number }

export function peopleJobs(parts: { store: Store; secrets: Secrets; sms: SmsGateway | null; now(): number }) {
  const { store, secrets, sms, now } = parts
  const sendCode: JobHandler = {
    leaseMs: 30_000,
    maxTries: 5,
    async run(job) {
      const { phone, code, expiresAt } = job.data as SendCode
      const minutes = Math.floor((expiresAt - now()) / MINUTE)
      if (!sms) throw new Error('no SMS gateway is configured')
      // A code that nobody can use any more is not worth a message.
      if (minutes < 1) return
      const params = { code: secrets.unseal(code), minutes }
      await sms.send({ phone: secrets.unseal(phone), template: 'signInCode', params, idempotencyKey: job.id })
    },
  }
  const sweep: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      while ((await store.write((tx) => sweepSessions(tx, now(), BATCH))) === BATCH);
      while ((await store.write((tx) => forget(tx, now() - DAY, BATCH))) === BATCH);
    },
  }
  return { handlers: { [SEND_CODE]: sendCode, [SWEEP]: sweep }, recurring: [{ kind: SWEEP, everyMs: HOUR }] }
}
