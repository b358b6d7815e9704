import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import { Unavailable } from './platform/store.ts'
import type { DemoSignIn } from './demo/seed.ts'
import { type Running, start } from './start.ts'

const pagesFolder = fileURLToPath(new URL('../../client/dist/h5', import.meta.url))

function greet(url: string, signIns: DemoSignIn[]) {
  const lines = [`泰民通已启动：${url}`, `接口说明：${url}/api/openapi.json`]
  if (signIns.length > 0) {
    lines.push('演示登录（演示数据）：在登录页点选身份，或用手机号，验证码会显示在页面上')
    for (const { name, phone, role } of signIns) lines.push(`  ${phone}  ${name}（${roleLabels[role]}）`)
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Ends in order on the first signal; at once on the second. */
function endOnSignal(running: Running, log: ReturnType<typeof createLog>) {
  let leaving = false
  const leave = (signal: NodeJS.Signals) => {
    if (leaving) process.exit(1)
    leaving = true
    log.info({ signal }, 'stopping')
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
}

async function main() {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const pages = existsSync(pagesFolder) ? pagesFolder : null
  if (!pages) log.warn('the browser build is missing: npm run build:h5; serving the API alone')
  let signIns: DemoSignIn[] = []
  // The demonstration's code is not even loaded by a deployment.
  const demo = config.demo
    ? { ...(await import('./demo/seed.ts')), ...(await import('./demo/sandbox.ts')) }
    : null
  const running = await start({
    config,
    log,
    pages,
    sandbox: demo ? await demo.openSandbox(config) : null,
    async prepare({ store, secrets, storage }) {
      if (demo) signIns = await demo.seedDemo(store, secrets, Date.now(), storage)
    },
  })
  endOnSignal(running, log)
  greet(running.url, signIns)
}

/** Why it did not start, for whoever set it up; undefined for what is our own fault. */
function sayFailure(error: unknown) {
  if (error instanceof ConfigError) return error.message
  const { code = '' } = (error ?? {}) as { code?: string }
  const { HOST = '127.0.0.1', PORT = '3000' } = process.env
  if (code === 'EADDRINUSE') return `端口已被占用：${PORT}。换一个：PORT=3001 npm start`
  if (/^(EADDRNOTAVAIL|EACCES|ENOTFOUND|EAI_AGAIN)$/.test(code))
    return `不能在 ${HOST}:${PORT} 监听（${code}）。请检查 HOST 和 PORT`
  // SQLite's codes, sockets', and PostgreSQL's for a wrong password, no such database, not ready.
  const unusable = /^SQLITE_(CANTOPEN|READONLY|BUSY|FULL|IOERR|NOTADB|CORRUPT)|^E[A-Z]+$|^(28|3D|57)/
  if (error instanceof Unavailable || unusable.test(code))
    return `数据库打不开或不能写入（${code || (error as Error).message}）。请检查 DATABASE_URL`
  return undefined
}

main().catch((error: unknown) => {
  process.stderr.write(`${sayFailure(error) ?? inspect(error)}\n`)
  process.exit(1)
})
