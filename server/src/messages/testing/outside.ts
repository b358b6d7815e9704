import { Template } from '@tmt/shared/messages/contract.ts'
import { specOf } from '@tmt/shared/messages/templates.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { asc, desc, eq } from 'drizzle-orm'
import { createJobs } from '../../jobs.ts'
import { createSms } from '../../gateways/sms/client.ts'
import type { SmsMessage } from '../../gateways/sms/gateway.ts'
import { createSandbox, demoToken } from '../../gateways/sms/sandbox/sandbox.ts'
import { createWechat } from '../../gateways/wechat/client.ts'
import { demoApp } from '../../gateways/wechat/sandbox/sandbox.ts'
import { linkOpenid } from '../../people/store.ts'
import { startJobs } from '../../platform/jobs.ts'
import { createLog } from '../../platform/log.ts'
import { jobs } from '../../platform/tables.ts'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { addSubscription } from '../preference-store.ts'
import { deliveries, subscriptions } from '../tables.ts'
import type { Ways } from '../send.ts'
import { telling, tellSomething } from './tell.ts'
import { wechatTemplates } from './templates.ts'

const texts = Object.fromEntries(
  Template.options.flatMap((name) => {
    const { sms } = specOf(name)
    return sms === null ? [] : [[name, sms]]
  }),
)
/** When a cancelled activity was to begin, so that its message can wait, or can't. */
export const LATER = 3 * DAY
export const urgent = HOUR

type Sent = SmsMessage & { text: string }
type Subscribed = { templateId: string; page: string; data: Record<string, { value: string }> }

/** WeChat and the SMS provider on ports of their own, the real clients before them, and the runner of all jobs. */
export async function openOutside(house: TestHouse) {
  const now = () => house.clock.now
  const provider = await createSandbox({ now, slowMs: 60_000, texts }).listen()
  const weixin = await house.sandbox.listen()
  const sms = createSms({ url: `${provider.url}/messages`, token: demoToken, timeoutMs: 400 })
  const wechat = createWechat({ ...demoApp, host: weixin.url, now, retryWaitMs: 1, timeoutMs: 400 })
  const parts = {
    store: house.store,
    storage: house.storage,
    secrets: house.secrets,
    ownUnit: house.ownUnit,
    publicUrl: null,
    now,
  }
  const ways = { sms, wechat, wechatTemplates }

  const post = async (url: string, body: object) => {
    const { status } = await fetch(url, { method: 'POST', body: JSON.stringify(body) })
    if (status !== 201) throw new Error(`${url} does not understand ${JSON.stringify(body)}`)
  }
  const get = async <T>(url: string) => ((await (await fetch(url)).json()) as { items: T[] }).items

  return {
    parts: { ...parts, ...ways },
    smsFault: (body: object) => post(`${provider.url}/sandbox/faults`, body),
    wechatFault: (body: object) => post(`${weixin.url}/sandbox/faults`, body),
    async mend() {
      await fetch(`${provider.url}/sandbox/faults`, { method: 'DELETE' })
      await fetch(`${weixin.url}/sandbox/faults`, { method: 'DELETE' })
    },
    textsTo: (phone: string) => get<Sent>(`${provider.url}/sandbox/messages?phone=${phone}`),
    subscribedBy: (openid: string) =>
      get<Subscribed>(`${weixin.url}/sandbox/subscribe-messages?openid=${openid}`),
    waiting: () => house.store.read.select().from(jobs).where(eq(jobs.dead, false)).orderBy(asc(jobs.runAt)),
    /** Lets the runner do all that is due now, and stops it. */
    async run(more: Partial<Ways> = {}) {
      const { handlers } = createJobs({ ...parts, ...ways, ...more })
      const due = async () => (await this.waiting()).filter(({ runAt }) => runAt <= now()).length
      const log = createLog('silent')
      const runner = startJobs({ store: house.store, handlers, recurring: [], log, now, pollMs: 5 })
      while ((await due()) > 0) await new Promise((resolve) => setTimeout(resolve, 5))
      await runner.stop()
    },
    /** Goes on to when the next job is due, and runs it. */
    async runNext() {
      const [next] = await this.waiting()
      house.clock.now = Math.max(now(), next!.runAt)
      await this.run()
    },
    /** Somebody who uses the mini-program, and has agreed so many times, at WeChat and by our own count. */
    async wechatUser(agreed = 0, counted = agreed): Promise<Somebody & { openid: string }> {
      const person = await somebody(house)
      const openid = `o-${person.id}`
      await post(`${weixin.url}/sandbox/subscriptions`, {
        openid,
        templateId: 'wechat-cancelled',
        times: agreed,
      })
      await house.store.write(async (tx) => {
        await linkOpenid(tx, { openid, unionid: null, personId: person.id }, now())
        for (let i = 0; i < counted; i += 1) await addSubscription(tx, person.id, 'activityCancelled', now())
      })
      return { ...person, openid }
    },
    /** Tells of a cancelled activity that was to begin in so long, and lets the runner do what is due. */
    async tell(person: { id: string }, startsIn = LATER, more: Partial<Ways> = {}) {
      const id = await tellSomething(house, person.id, telling(house, {}, startsIn))
      await this.run(more)
      return id
    },
    async fared(id: string) {
      return (await this.deliveriesOf(id)).map(({ channel, state, why }) => [channel, state, why])
    },
    /** WeChat first. */
    deliveriesOf: (id: string) =>
      house.store.read
        .select({
          channel: deliveries.channel,
          state: deliveries.state,
          why: deliveries.why,
          tries: deliveries.tries,
        })
        .from(deliveries)
        .where(eq(deliveries.messageId, id))
        .orderBy(desc(deliveries.channel)),
    async left(personId: string) {
      const [row] = await house.store.read
        .select()
        .from(subscriptions)
        .where(eq(subscriptions.personId, personId))
      return row?.left
    },
    async close() {
      await provider.close()
      await weixin.close()
    },
  }
}
