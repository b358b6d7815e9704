import { check } from './check.mjs'
import { onLeaving } from './lib/leaving.mjs'
import { ownDatabase } from './lib/postgres.mjs'
import { endChildren, seconds } from './lib/run.mjs'
import { vitest } from './lib/vitest.mjs'
import { build, install } from './setup.mjs'

const started = Date.now()
/** @type {{ name: string, passed: number, failed: number, ms: number }[]} */
const results = []
/** @type {() => Promise<void>} */
let cleanUp = async () => {}

onLeaving(() => {
  endChildren()
  void cleanUp().finally(() => process.exit(1))
})

/**
 * @param {string} name
 * @param {() => Promise<{ passed: number, failed: number } | boolean>} work
 */
async function part(name, work) {
  const begun = Date.now()
  let outcome
  try {
    outcome = await work()
  } catch (error) {
    console.log(`✗ ${name}：${error instanceof Error ? error.stack : String(error)}`)
    outcome = false
  }
  const { passed, failed } =
    typeof outcome === 'boolean' ? { passed: outcome ? 1 : 0, failed: outcome ? 0 : 1 } : outcome
  results.push({ name, passed, failed, ms: Date.now() - begun })
}

/** @param {string} name @param {Parameters<typeof vitest>[1]} options */
const tests = (name, options) => part(name, () => vitest(name, options))

async function serverOnPostgres() {
  const database = await ownDatabase()
  if ('reason' in database) {
    console.log(`PostgreSQL：127.0.0.1:5432 没有可用的服务（${database.reason}），未在其上测试`)
    return
  }
  cleanUp = database.drop
  console.log(`PostgreSQL ${database.version}：整套服务端测试在其上再做一遍`)
  try {
    await tests('服务端 PostgreSQL', { root: 'server', env: { TEST_DATABASE: database.url } })
  } finally {
    cleanUp = async () => {}
    await database.drop()
  }
}

async function everything() {
  await part('安装', install)
  if (results[0]?.failed) return
  await part('构建网页端', () => build('h5'))
  await part('构建微信小程序', () => build('weapp'))
  await part('检查', check)
  await tests('脚本', { root: 'scripts' })
  await tests('约定', { root: 'shared' })
  await tests('服务端 SQLite', { root: 'server', env: { TEST_DATABASE: 'sqlite' } })
  await serverOnPostgres().catch((error) => part('服务端 PostgreSQL', () => Promise.reject(error)))
  await tests('服务端 PGlite', { root: 'server', only: ['smoke'], env: { TEST_DATABASE: 'pglite' } })
  await tests('客户端', { root: 'client' })
  await tests('构建产物', { root: 'e2e/checks' })
  await tests('网页端走查', { root: 'e2e/h5' })
  await tests('小程序运行器', { root: 'e2e/host' })
  await tests('小程序走查', { root: 'e2e/journeys' })
}

await everything()
/** @param {'passed' | 'failed'} key */
const sum = (key) => results.reduce((total, part) => total + part[key], 0)
console.log('')
for (const { name, passed, failed, ms } of results) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}：${passed} 通过，${failed} 失败，用时 ${seconds(ms)}`)
}
const engines = results.flatMap(({ name }) => (name.startsWith('服务端 ') ? [name.slice(4)] : []))
console.log(`数据库：${engines.join('、')}；共用时 ${seconds(Date.now() - started)}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
