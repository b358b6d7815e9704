import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Output } from '@tmt/shared/contract.ts'
import type { mySignups } from '@tmt/shared/activities/signup-contract.ts'
import { readCity } from './pages.ts'
import { freePort, ready } from './product.ts'
import { ask } from './visitor.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'taimintong-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npm start`, on a port and a database of its own. */
function start(port: number) {
  const env = { ...process.env, NODE_ENV: '', PORT: String(port), DATABASE_URL: join(folder, 'city.db') }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, said: () => said.join('') }
}

test('npm start tells where it stands and who may sign in, ends in order, and finds its city again', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const first = start(port)
  await expect.poll(first.said, { timeout: 50_000 }).toContain('市级工作人员')
  expect(first.said()).toContain(url)
  for (const role of ['居民', '社区工作者', '村（居）委会成员', '镇（街道）工作人员', '市级工作人员'])
    expect(first.said()).toContain(`（${role}）`)
  const { sessions, open } = await readCity(url)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(await ready(url)).toBe(false)

  const second = start(port)
  await expect.poll(() => ready(url), { timeout: 50_000 }).toBe(true)
  const { token } = sessions.resident
  const { items } = await ask<Output<typeof mySignups>>(url, '/me/signups', { token })
  expect(items.map(({ activity }) => activity.id)).toContain(open.id)
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
})

test('a port that is taken is said in words', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  const { ended, said } = start(port)
  expect(await ended).toBe(1)
  expect(said()).toContain(`端口已被占用：${port}`)
  other.close()
})
