import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { at, childEnv, node24, root } from './lib/paths.mjs'
import { setUp } from './setup.mjs'

if (!(await setUp())) process.exit(1)

const { HOST = '127.0.0.1', PORT = '3000', DATABASE_URL = at('data/taimintong.db') } = process.env
const server = spawn(node24, ['server/src/main.ts'], {
  cwd: root,
  env: childEnv({ DEMO: '1', HOST, PORT, DATABASE_URL }),
  stdio: ['ignore', 'inherit', 'inherit'],
})

let asked = false
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to the server too, and npm hands it on to us once more: once is enough.
    if (asked || (signal === 'SIGINT' && process.stdin.isTTY)) return
    asked = true
    server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  })
}
server.on('error', (error) => {
  process.stderr.write(`服务没能启动:${error.message}\n`)
  process.exit(1)
})
server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
