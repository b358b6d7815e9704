import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { roleLabels } from '@tmt/shared/people/labels.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import type { DemoSignIn } from './demo/seed.ts'
import { type Running, start } from './start.ts'

const pagesFolder = fileURLToPath(new URL('../../client/dist/h5', import.meta.url))

function greet(url: string, signIns: DemoSignIn[]) {
  const lines = [`泰民通已启动:${url}`, `接口说明:${url}/api/openapi.json`]
  if (signIns.length > 0) {
    lines.push('演示登录(演示数据):在登录页点选身份,或用手机号,验证码会显示在页面上')
    for (const { name, phone, role } of signIns) lines.push(`  ${phone}  ${name}(${roleLabels[role]})`)
  }
  console.log(lines.join('\n'))
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
    sandbox: demo && !config.wechat ? await demo.openSandbox() : null,
    async prepare({ store, secrets }) {
      if (demo) signIns = await demo.seedDemo(store, secrets, Date.now())
    },
  })
  endOnSignal(running, log)
  greet(running.url, signIns)
}

main().catch((error: unknown) => {
  const { code } = (error ?? {}) as { code?: string }
  if (error instanceof ConfigError) console.error(error.message)
  else if (code === 'EADDRINUSE')
    console.error(`端口已被占用:${process.env.PORT ?? 3000}。换一个:PORT=3001 npm start`)
  else console.error(error)
  process.exit(1)
})
