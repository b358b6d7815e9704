import { spawn } from 'node:child_process'
import { onLeaving } from './lib/leaving.mjs'
import { npm } from './lib/npm.mjs'
import { at, childEnv, node24, root } from './lib/paths.mjs'
import { install } from './setup.mjs'

if (!(await install())) process.exit(1)

const { PORT = '3000' } = process.env
const server = [node24, '--watch', '--watch-preserve-output', 'server/src/main.ts']
const demo = { DEMO: '1', HOST: '127.0.0.1', PORT, DATABASE_URL: at('data/dev.db') }
const client = npm('run', 'dev:h5', '--prefix', 'client')

const posix = process.platform !== 'win32'

/**
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 */
function keep([program, ...args], env) {
  const child = spawn(/** @type {string} */ (program), args, {
    cwd: root,
    env: childEnv(env),
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own: npm does not hand a signal on to what it started.
    detached: posix,
  })
  child.on('exit', (code) => stop(code ?? 1))
  return child
}
const children = [keep(server, demo), keep(client, { TARO_APP_DEV_API: `http://127.0.0.1:${PORT}` })]

let stopping = false
/** @param {number} code */
function stop(code) {
  if (stopping) return
  stopping = true
  process.exitCode = code
  for (const { pid } of children) {
    try {
      if (pid) process.kill(posix ? -pid : pid, 'SIGTERM')
    } catch {
      // That one has ended already.
    }
  }
}
onLeaving(() => stop(0))
console.log(
  `服务端 http://127.0.0.1:${PORT}（改动后自动重启），网页端 http://127.0.0.1:4190（改动后自动刷新）`,
)
