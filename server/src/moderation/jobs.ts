import { piecesOf, worst } from '@tmt/shared/moderation/rules.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { signedLinks } from '../files/links.ts'
import { WechatFailure, type WechatGateway } from '../gateways/wechat/gateway.ts'
import { openidOf } from '../people/store.ts'
import type { Job, JobHandler } from '../platform/jobs.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Store } from '../platform/store.ts'
import { judge } from './judging.ts'
import { type Check, findCheck, listUnanswered, saveTrace } from './store.ts'
import { CHECK_PICTURE, CHECK_TEXT } from './taking-up.ts'

const LATE = 'moderation.late'
/** WeChat answers about a picture within half an hour; somewhat more, so that a late push is none of two verdicts. */
const PATIENCE = 40 * MINUTE
const BATCH = 100
/** With the runner's pauses about two minutes; then a person looks. */
const MAX_TRIES = 7
/** What is published here is nearest to a forum's. */
const SCENE = 3

type Parts = {
  store: Store
  secrets: Secrets
  wechat: WechatGateway | null
  /** Where WeChat fetches pictures from; null where it can't, or can't tell what it saw. */
  publicUrl: string | null
  ownUnit: OwnUnit
  now: () => number
}

/** Asks WeChat about what was written, and hands over to a person what it doesn't answer. */
export function moderationJobs({ store, secrets, wechat, publicUrl, ownUnit, now }: Parts) {
  /** The row that a job is about, while it waits for this very job. */
  async function waiting({ data }: Job): Promise<Check | undefined> {
    const check = await findCheck(store.read, data.checkId as string)
    return check?.state === 'checking' && check.round === data.round ? check : undefined
  }
  type Asker = (check: Check, openid: string, wechat: WechatGateway, job: Job) => Promise<void>
  /** One try; the last one leaves it to a person instead of failing. */
  function asking(leaseMs: number, ask: Asker): JobHandler {
    return {
      leaseMs,
      maxTries: MAX_TRIES,
      async run(job) {
        const check = await waiting(job)
        if (!check) return
        const openid = await openidOf(store.read, check.authorId)
        if (!wechat || openid === undefined) return judge(ownUnit, check, 'unjudged')
        try {
          await ask(check, openid, wechat, job)
        } catch (error) {
          if (!(error instanceof WechatFailure)) throw error
          if (error.kind === 'userUnknown') return judge(ownUnit, check, 'unjudged')
          if (job.tries < MAX_TRIES) throw error
          await judge(ownUnit, check, 'gatewayDown')
        }
      },
    }
  }

  const checkText = asking(2 * MINUTE, async (check, openid, gateway, { data }) => {
    const verdicts = []
    for (const content of piecesOf(data.text as string))
      verdicts.push(await gateway.checkText({ openid, scene: SCENE, content }))
    await judge(ownUnit, check, worst(verdicts))
  })

  const checkPicture = asking(MINUTE, async (check, openid, gateway) => {
    if (publicUrl === null) return judge(ownUnit, check, 'unjudged')
    const url = `${publicUrl}/api${signedLinks(secrets, check.content, now()).picture}`
    const { traceId } = await gateway.checkPicture({ openid, scene: SCENE, url })
    await store.write((tx) => saveTrace(tx, check, traceId))
  })

  const late: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      let rows: Check[]
      do {
        rows = await listUnanswered(store.read, now() - PATIENCE, BATCH)
        for (const row of rows) await judge(ownUnit, row, 'gatewayDown')
      } while (rows.length === BATCH)
    },
  }
  return {
    handlers: { [CHECK_TEXT]: checkText, [CHECK_PICTURE]: checkPicture, [LATE]: late },
    recurring: [{ kind: LATE, everyMs: HOUR / 12 }],
  }
}
