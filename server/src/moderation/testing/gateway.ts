import { signInByWechat } from '@tmt/shared/people/sign-in-contract.ts'
import { DONGAN } from '../../demo/city.ts'
import { grantRole } from '../../people/store.ts'
import { openWechatUser } from '../../people/testing/wechat-user.ts'
import { startJobs } from '../../platform/jobs.ts'
import { createLog } from '../../platform/log.ts'
import { jobs } from '../../platform/tables.ts'
import { HOUSE, type TestHouse } from '../../testing/house.ts'
import { newPhone } from '../../testing/somebody.ts'
import { moderationJobs } from '../jobs.ts'

/** WeChat's sandbox behind the house, and the job runner that asks it. */
export function openGateway(house: TestHouse) {
  const { store, secrets, wechat, ownUnit, sandbox, clock } = house
  const now = () => clock.now
  const parts = { store, secrets, wechat, ownUnit, now }
  const { handlers } = moderationJobs({ ...parts, publicUrl: HOUSE })
  const mine = Object.keys(handlers)
  const due = async () =>
    (await store.read.select().from(jobs)).filter(
      (job) => mine.includes(job.kind) && !job.dead && job.runAt <= now(),
    ).length
  async function run(from = handlers) {
    const runner = startJobs({
      store,
      handlers: from,
      recurring: [],
      now,
      pollMs: 5,
      log: createLog('silent'),
    })
    while ((await due()) > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await runner.stop()
    await sandbox.settled()
  }
  return {
    handlers,
    /** Lets the runner do all that is due, and WeChat push what it found. */
    run,
    /** The same where nothing can be fetched from this system, or where there is no WeChat at all. */
    runWithout: (what: 'publicUrl' | 'wechat') =>
      run(
        moderationJobs({
          ...parts,
          publicUrl: HOUSE,
          ...(what === 'wechat' ? { wechat: null } : { publicUrl: null }),
        }).handlers,
      ),
    async tell(path: string, body: object) {
      const url = `http://sandbox/sandbox/${path}`
      const { status } = await sandbox.fetch(url, { method: 'POST', body: JSON.stringify(body) })
      if (status !== 201) throw new Error(`sandbox ${path}: ${status}`)
    },
    mend: () => sandbox.fetch('http://sandbox/sandbox/faults', { method: 'DELETE' }),
    /** A worker of 东安 who came through WeChat. */
    async worker() {
      const user = await openWechatUser(house)
      const phone = newPhone()
      const codes = { loginCode: await user.login(), phoneCode: await user.phone(phone) }
      const { body } = await house.ask(signInByWechat, codes)
      const grant = { personId: body.me.id, role: 'worker', division: DONGAN, until: null } as const
      await store.write((tx) => grantRole(tx, grant, clock.now))
      return { id: body.me.id, token: body.token, openid: user.openid }
    },
  }
}
