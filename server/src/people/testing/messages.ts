import { createSms } from '../../gateways/sms/client.ts'
import type { SmsGateway, SmsMessage } from '../../gateways/sms/gateway.ts'
import type { SignInText } from '../../gateways/sms/templates.ts'
import { createSandbox, demoToken } from '../../gateways/sms/sandbox/sandbox.ts'
import { type JobHandler, startJobs } from '../../platform/jobs.ts'
import { createLog } from '../../platform/log.ts'
import { jobs } from '../../platform/tables.ts'
import type { TestHouse } from '../../testing/house.ts'
import { peopleJobs } from '../jobs.ts'

type Sent = SmsMessage & SignInText & { text: string }

/** The SMS provider's sandbox on a port of its own, with the real client before it and the job runner that feeds it. */
export async function openMessages(
  house: TestHouse,
  more: (sms: SmsGateway) => Record<string, JobHandler> = () => ({}),
) {
  const now = () => house.clock.now
  const listening = await createSandbox({ now, slowMs: 60_000 }).listen()
  const sms = createSms({ url: `${listening.url}/messages`, token: demoToken, timeoutMs: 500 })
  const { handlers } = peopleJobs({ store: house.store, secrets: house.secrets, sms, now })
  const parts = { store: house.store, handlers: { ...handlers, ...more(sms) }, recurring: [], now, pollMs: 5 }

  async function fault(body: Record<string, unknown>) {
    const { status } = await fetch(`${listening.url}/sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    if (status !== 201) throw new Error(`no such fault: ${JSON.stringify(body)}`)
  }
  return {
    fault,
    mend: () => fetch(`${listening.url}/sandbox/faults`, { method: 'DELETE' }),
    waiting: () => house.store.read.select().from(jobs).orderBy(jobs.id),
    async sentTo(phone: string) {
      const response = await fetch(`${listening.url}/sandbox/messages?phone=${phone}`)
      return ((await response.json()) as { items: Sent[] }).items
    },
    /** Lets the runner do all that is due now, and stops it. */
    async run() {
      const isDue = (job: typeof jobs.$inferSelect) => job.kind in handlers && !job.dead && job.runAt <= now()
      const due = async () => (await this.waiting()).filter(isDue).length
      const runner = startJobs({ ...parts, log: createLog('silent') })
      while ((await due()) > 0) await new Promise((resolve) => setTimeout(resolve, 5))
      await runner.stop()
    },
    close: () => listening.close(),
  }
}
