import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FIXTURE, startCli, startDevice, until } from './testing/device.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The browsers of one host are known by where they keep their profile: in this test's own folder. */
function browsers() {
  try {
    const found = execFileSync('pgrep', ['-f', '--', `--user-data-dir=${folder}`])
    return found.toString().trim().split('\n').map(Number)
  } catch {
    return []
  }
}
async function start() {
  const device = await startDevice(FIXTURE, { TMPDIR: folder })
  // Whatever the client asked when it came is answered by then.
  await device.at('pages/home/index')
  return device
}

describe('no browser is left', () => {
  test('when the host is killed', async () => {
    const { cli } = await start()
    expect(browsers()).not.toEqual([])
    cli.process.kill('SIGKILL')
    await cli.ended
    await until(async () => browsers().length === 0)
    expect(browsers()).toEqual([])
  })
  test('when the host is asked to end', async () => {
    const { cli } = await start()
    cli.process.kill('SIGTERM')
    expect(await cli.ended).toBe(0)
    expect(browsers()).toEqual([])
  })
  test('when the build turns out broken after the browser was opened', async () => {
    const project = join(folder, 'project')
    cpSync(FIXTURE, project, { recursive: true })
    writeFileSync(join(project, 'app.wxss'), '@import "./gone.wxss";')
    const cli = await startCli(project, { env: { TMPDIR: folder, E2E_ALONE: '300' } })
    await until(async () => cli.output().includes('app.wxss imports gone.wxss'))
    await until(async () => browsers().length === 0)
    cli.process.kill('SIGTERM')
    expect(await cli.ended).not.toBeNull()
    expect(browsers()).toEqual([])
  })
})

test('when the browser dies the host says so and ends', async () => {
  const { cli } = await start()
  const [browser] = browsers()
  expect(browser).toBeGreaterThan(1)
  process.kill(browser ?? 0, 'SIGKILL')
  expect(await cli.ended).toBe(1)
  expect(cli.output()).toContain('the browser is gone')
})
