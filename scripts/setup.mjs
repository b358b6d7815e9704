import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashOf, readMark } from './lib/hash.mjs'
import { npm } from './lib/npm.mjs'
import { at, node24 } from './lib/paths.mjs'
import { onLeaving } from './lib/leaving.mjs'
import { leave, run } from './lib/run.mjs'

const PNPM = 'pnpm@12.21.0'
const packages = ['package.json', ...['shared', 'server', 'client', 'e2e'].map((p) => `${p}/package.json`)]

/** Installs what the lock file names, with the one pnpm that wrote it; nothing when that is already there. */
export async function install() {
  const mark = at('node_modules/.installed')
  const machine = `${process.platform}-${process.arch}`
  const hash = hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages], machine)
  if (readMark(mark) === hash && existsSync(node24)) return true
  const command = npm('exec', '--yes', '--', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only')
  // CI: pnpm asks nothing when it has to lay node_modules anew.
  const { ok } = await run('安装依赖（首次约需一两分钟）', command, { env: { CI: 'true' } })
  if (ok) writeFileSync(mark, hash)
  return ok
}

const clientSources = [
  ...['src', 'config', 'package.json', 'babel.config.cjs', 'project.config.json'].map((p) => `client/${p}`),
  'shared/src',
  'pnpm-lock.yaml',
]
const names = { h5: '构建网页端', weapp: '构建微信小程序' }

/**
 * Builds a client, unless its sources are those of the last build that succeeded.
 * @param {'h5' | 'weapp'} platform
 */
export async function build(platform) {
  const folder = at(`client/dist/${platform}`)
  // Beside the build, not in it: the server gives away whatever lies in it.
  const mark = at(`client/dist/.${platform}`)
  const compiledIn = Object.entries(process.env).filter(([name]) => name.startsWith('TARO_APP_'))
  const hash = hashOf(clientSources, JSON.stringify(compiledIn))
  if (readMark(mark) === hash && existsSync(folder)) return true
  rmSync(mark, { force: true })
  const command = npm('run', `build:${platform}`)
  const { ok } = await run(names[platform], command, { cwd: at('client'), env: { NODE_ENV: 'production' } })
  if (ok) {
    mkdirSync(dirname(mark), { recursive: true })
    writeFileSync(mark, hash)
  }
  return ok
}

/** What a server needs before it starts. */
export async function setUp() {
  return (await install()) && (await build('h5'))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  onLeaving(leave)
  const wanted = process.argv[2]
  const platform = wanted === 'weapp' ? 'weapp' : 'h5'
  const ok = (await install()) && (await build(platform))
  if (ok && wanted) console.log(`${names[platform].slice(2)}在 client/dist/${platform}`)
  if (ok && platform === 'weapp' && !process.env.TARO_APP_API)
    console.log('没有设 TARO_APP_API：这个构建只认本机的 http://127.0.0.1:3000，不能用来发布')
  process.exitCode = ok ? 0 : 1
}
