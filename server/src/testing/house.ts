import { signInAsPersona } from '@tmt/shared/people/sign-in-contract.ts'
import { BlockList } from 'node:net'
import { atShanghai } from '@tmt/shared/time.ts'
import { createApp } from '../app.ts'
import { seedDemo } from '../demo/seed.ts'
import { register } from '../divisions/register.ts'
import { saveRegister } from '../divisions/store.ts'
import { createRealName } from '../gateways/real-name/client.ts'
import * as realNameSandbox from '../gateways/real-name/sandbox/sandbox.ts'
import { createWechat } from '../gateways/wechat/client.ts'
import { createSandbox, demoApp } from '../gateways/wechat/sandbox/sandbox.ts'
import { atWechat, wechatTemplates } from '../messages/testing/templates.ts'
import { createMemory } from '../gateways/storage/testing/memory.ts'
import { createWhoIs } from '../people/sessions.ts'
import { reactions } from '../reactions.ts'
import { PUSH_PATH } from '../moderation/pushes.ts'
import type { Reviewer } from '../people/reviewer.ts'
import { openReview } from '../reviewing.ts'
import { Answers } from '../platform/answers.ts'
import { reacting } from '../platform/events.ts'
import { createLog } from '../platform/log.ts'
import { openStore } from '../platform/open-store.ts'
import { Secrets } from '../platform/secrets.ts'
import { createOwnUnit } from '../platform/own-unit.ts'
import type { SqliteOptions } from '../platform/sqlite.ts'
import { clientOf } from './client.ts'
import { createDatabase } from './database.ts'

/** 2026-12-01 周二 10:00. */
export const START = atShanghai(2026, 12, 1, 10)

/** Where WeChat finds it, and how it proves itself. */
export const HOUSE = 'http://house'
const push = { token: 'pushtoken', aesKey: null }

/** The product in process, on a database of its own, with a clock that stands still and WeChat's sandbox. */
export async function openHouse(
  options: { demo?: boolean; sqlite?: SqliteOptions; revealCode?: boolean; reviewer?: Reviewer } = {},
) {
  const { demo = true, revealCode = true, reviewer = null } = options
  const database = await createDatabase()
  const store = await openStore(database.url, options.sqlite)
  const clock = { now: START }
  const now = () => clock.now
  const secrets = new Secrets(Buffer.alloc(32, 7))
  await store.write((tx) => saveRegister(tx, register()))
  if (demo) await seedDemo(store, secrets, clock.now)
  if (reviewer) await openReview(store, secrets, reviewer, clock.now)
  const answers = new Answers()
  const react = reacting(reactions)
  const ownUnit = createOwnUnit({ store, answers, react, now })
  // WeChat fetches pictures from the house, and pushes to it, without a port.
  const toHouse: typeof fetch = async (input, init) => app.request(new Request(input, init))
  const sandbox = createSandbox({ now, templates: atWechat, outward: { fetch: toHouse, retryMs: 100 } })
  sandbox.pushTo({ url: `${HOUSE}${PUSH_PATH}`, ...push })
  const wechat = createWechat({ ...demoApp, fetch: sandbox.fetch, now, retryWaitMs: 1 })
  const realNames = realNameSandbox.createSandbox({ now })
  const realName = createRealName({
    url: realNameSandbox.demoUrl,
    key: realNameSandbox.demoKey,
    providers: ['taizhouTong', 'suFuBan', 'netId'],
    fetch: realNames.fetch,
    now,
  })
  const storage = createMemory()
  const app = createApp({
    config: {
      demo,
      production: false,
      operatorName: null,
      filingNumber: null,
      trustedProxies: new BlockList(),
      wechatTemplates,
    },
    house: { store, answers, react, now },
    signIn: { secrets, wechat, realName, revealCode, reviewer },
    storage,
    pushes: { keys: { ...push, appId: demoApp.appId }, ownUnit },
    whoIs: createWhoIs(store),
    log: createLog('silent'),
    ready: async () => true,
    pages: null,
  })

  const ask = clientOf((path, init) => app.request(path, init))
  async function signIn(persona: string) {
    const { body } = await ask(signInAsPersona, { persona })
    return body.token
  }
  return {
    app,
    store,
    answers,
    secrets,
    sandbox,
    wechat,
    realName,
    realNames,
    ownUnit,
    storage,
    clock,
    ask,
    signIn,
    databaseUrl: database.url,
    async close() {
      await store.close()
      await database.drop()
    },
  }
}
export type TestHouse = Awaited<ReturnType<typeof openHouse>>
