import { createRealName } from './gateways/real-name/client.ts'
import type { OnlineProvider } from './gateways/real-name/gateway.ts'
import { randomBytes } from 'node:crypto'
import type { FileStorage } from './gateways/storage/gateway.ts'
import { createStorage } from './gateways/storage/storage.ts'
import { createSms } from './gateways/sms/client.ts'
import { createWechat } from './gateways/wechat/client.ts'
import { createApp } from './app.ts'
import { createJobs } from './jobs.ts'
import { saveRegister } from './divisions/store.ts'
import { register } from './divisions/register.ts'
import { checkTemplates } from './messages/wechat-templates.ts'
import { createWhoIs } from './people/sessions.ts'
import { PUSH_PATH } from './moderation/pushes.ts'
import { Answers } from './platform/answers.ts'
import type { Config } from './platform/config.ts'
import { reacting } from './platform/events.ts'
import { startJobs } from './platform/jobs.ts'
import { listen } from './platform/listen.ts'
import type { Log } from './platform/log.ts'
import { claimDatabase } from './platform/marks.ts'
import { migrateDatabase } from './platform/migrate.ts'
import { openStore } from './platform/open-store.ts'
import { createOwnUnit } from './platform/own-unit.ts'
import { Secrets } from './platform/secrets.ts'
import type { Store } from './platform/store.ts'
import { reactions } from './reactions.ts'
import { openReview } from './reviewing.ts'

/** The outside world in a demonstration: programs that behave as the real ones are documented to. */
export type Sandbox = {
  wechat: { url: string; appId: string; secret: string } | null
  realName: { url: string; key: string; providers: readonly OnlineProvider[] } | null
  /** Tells WeChat where its verdicts on pictures are heard. */
  pushTo(target: { url: string; token: string; aesKey: string | null }): void
  close(): Promise<void>
}

export type Running = { url: string; stop(): Promise<void> }
export type StartOptions = {
  config: Config
  log: Log
  pages: string | null
  sandbox: Sandbox | null
  now?: () => number
  /** Runs once the schema and the register stand: the demonstration city. */
  prepare?(parts: { store: Store; secrets: Secrets; storage: FileStorage }): Promise<void>
}

/** Opens the database, brings it to this version, and serves until stopped. */
export async function start(options: StartOptions): Promise<Running> {
  const { databaseUrl, wechatTemplates } = options.config
  checkTemplates(wechatTemplates)
  await migrateDatabase(databaseUrl)
  const store = await openStore(databaseUrl)
  try {
    return await serve(store, options)
  } catch (error) {
    await store.close()
    throw store.explain(error)
  }
}

/** What the sandbox and this process agree on, for as long as they run. */
const sandboxPush = () => ({ token: randomBytes(16).toString('hex'), aesKey: null })

async function serve(store: Store, options: StartOptions): Promise<Running> {
  const { config, log, pages, sandbox, now = Date.now } = options
  const secrets = new Secrets(config.dataKey, config.oldDataKeys)
  await store.write(async (tx) => {
    await claimDatabase(tx, secrets, config.demo)
    await saveRegister(tx, register())
  })
  const storage = createStorage(config.files)
  await options.prepare?.({ store, secrets, storage })
  if (config.reviewer) await openReview(store, secrets, config.reviewer, now())

  const answers = new Answers()
  await store.listen((keys) => (keys ? answers.raise(keys) : answers.dropAll()))
  const outside = sandbox?.wechat
    ? { appId: sandbox.wechat.appId, secret: sandbox.wechat.secret, host: sandbox.wechat.url }
    : config.wechat
  const wechat = outside && createWechat(outside)
  const verifying = config.realName ?? sandbox?.realName
  const sms = config.sms && createSms({ url: config.sms.url, token: config.sms.key })
  const works = () =>
    store.ping().then(
      () => true,
      () => false,
    )
  const react = reacting(reactions)
  const ownUnit = createOwnUnit({ store, answers, react, now })
  const push = sandbox?.wechat ? sandboxPush() : config.push
  let leaving = false
  const app = createApp({
    config,
    house: { store, answers, react, now },
    signIn: {
      secrets,
      wechat,
      realName: verifying ? createRealName({ ...verifying, now }) : null,
      revealCode: config.demo && sms === null,
      reviewer: config.reviewer,
    },
    storage,
    pushes: outside && push ? { keys: { ...push, appId: outside.appId }, ownUnit } : undefined,
    whoIs: createWhoIs(store),
    log,
    pages,
    ready: async () => !leaving && (await works()),
  })
  const server = await listen(app, { host: config.host, port: config.port, answers, now })
  const { wechatTemplates } = config
  const publicUrl = sandbox?.wechat ? server.url : config.publicUrl
  if (push && sandbox?.wechat) sandbox.pushTo({ ...push, url: `${server.url}${PUSH_PATH}` })
  // Without pushes no verdict on a picture would ever come: a person looks at once.
  const asked = { wechat, publicUrl: push && publicUrl, ownUnit }
  const work = createJobs({ store, secrets, sms, wechatTemplates, storage, now, ...asked })
  const jobs = startJobs({ store, ...work, log, now })
  return {
    url: server.url,
    async stop() {
      leaving = true
      await server.close()
      await jobs.stop()
      await store.close()
      await sandbox?.close()
    },
  }
}
