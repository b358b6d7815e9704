import { MINUTE } from '@tmt/shared/time.ts'
import { SmsFailure, type SmsGateway } from '../gateways/sms/gateway.ts'
import type { SmsText } from '../gateways/sms/templates.ts'
import { GiveUp, type JobHandler } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secrets.ts'

export const SEND = 'helping.send'
/** Number and text are sealed: a text may hold a code and names. */
export type Send = { phone: string; text: string; until: number | null }
type Parts = { secrets: Secrets; sms: SmsGateway | null; now: () => number }

/** What a person is told of help: the code by which they agree, that it began at the counter, and each act. */
export function helpingJobs({ secrets, sms, now }: Parts) {
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
  return { handlers: { [SEND]: send }, recurring: [] }
}
