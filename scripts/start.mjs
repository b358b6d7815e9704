import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { at, childEnv, node24, root } from './lib/paths.mjs'
import { onLeaving } from './lib/leaving.mjs'
import { endChildren } from './lib/run.mjs'
import { setUp } from './setup.mjs'

/** @type {(signal: NodeJS.Signals) => void} */
let stop = (signal) => process.exit(128 + constants.signals[signal])
onLeaving((signal) => {
  endChildren()
  stop(signal)
})

if (!(await setUp())) process.exit(1)

const { HOST = '127.0.0.1', PORT = '3000', DATABASE_URL = at('data/demo.db') } = process.env
const server = spawn(node24, ['--max-semi-space-size=8', 'server/src/main.ts'], {
  cwd: root,
  env: childEnv({ DEMO: '1', HOST, PORT, DATABASE_URL }),
  stdio: ['ignore', 'inherit', 'inherit'],
})
stop = (signal) => {
  // A terminal sends Ctrl-C to the server too; its second one would end it at once.
  if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
}
server.on('error', (error) => {
  process.stderr.write(`服务没能启动：${error.message}\n`)
  process.exit(1)
})
server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
