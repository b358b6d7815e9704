import { BlockList } from 'node:net'
import { sql } from 'drizzle-orm'
import { createApp } from '../src/app.ts'
import { createStorage } from '../src/gateways/storage/storage.ts'
import { createJobs } from '../src/jobs.ts'
import { createWhoIs } from '../src/people/sessions.ts'
import { Answers } from '../src/platform/answers.ts'
import { databaseUrl } from '../src/platform/dialect.ts'
import { reacting } from '../src/platform/events.ts'
import { startJobs } from '../src/platform/jobs.ts'
import { listen } from '../src/platform/listen.ts'
import { createLog } from '../src/platform/log.ts'
import { openStore } from '../src/platform/open-store.ts'
import { createOwnUnit } from '../src/platform/own-unit.ts'
import { Secrets } from '../src/platform/secrets.ts'
import { reactions } from '../src/reactions.ts'
import { KEY, NOW } from './sizes.ts'

// The product as main.ts starts it, with two differences: the clock begins at the data's own time, and the
// size of a group is given from outside.
export async function openProduct({ group }: { group: number | null }) {
  const started = performance.now()
  const now = () => NOW + Math.floor(performance.now() - started)
  const store = await openStore(databaseUrl, group === null ? {} : { group })
  const secrets = new Secrets(KEY)
  const answers = new Answers()
  const log = createLog('info')
  const storage = createStorage({ folder: 'data/bench-files' })
  const react = reacting(reactions)
  const ownUnit = createOwnUnit({ store, answers, react, now })
  const app = createApp({
    config: {
      demo: false,
      production: true,
      operatorName: null,
      filingNumber: null,
      trustedProxies: new BlockList(),
      wechatTemplates: {},
    },
    house: { store, answers, react, now },
    signIn: { secrets, wechat: null, realName: null, revealCode: false },
    storage,
    whoIs: createWhoIs(store),
    log,
    pages: null,
    ready: async () => (await store.read.rows(sql`select 1`)).length === 1,
  })
  const work = createJobs({
    store,
    secrets,
    ownUnit,
    sms: null,
    wechat: null,
    publicUrl: null,
    wechatTemplates: {},
    storage,
    now,
  })
  startJobs({ store, ...work, log, now })
  const { url } = await listen(app, { host: '127.0.0.1', port: 0, answers, now })
  return { port: Number(new URL(url).port), stats: () => ({ ...store.stats }) }
}
