import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import { afterEach, describe, expect, test } from 'vitest'
import {
  CLI,
  FIXTURE,
  find,
  freePort,
  startCli,
  startDevice,
  texts,
  until,
  type Started,
} from './testing/device.ts'
import { startRealm } from './testing/realm.ts'

const made: string[] = []
const started: Started[] = []
afterEach(async () => {
  for (const cli of started.splice(0)) {
    cli.process.kill('SIGKILL')
    await cli.ended
  }
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A copy of the fixture in which one thing is wrong. */
function broken(change: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
  made.push(folder)
  cpSync(FIXTURE, folder, { recursive: true })
  change(folder)
  return folder
}
/** What the client of a host is told when it connects. */
async function refusal(project: string) {
  const cli = await startCli(project)
  started.push(cli)
  const wsEndpoint = `ws://127.0.0.1:${cli.port}`
  const message = await until(() =>
    automator.connect({ wsEndpoint }).then(
      () => '',
      // Until the port listens the client says that it failed to connect; then the host says why.
      ({ message: why }: Error) => (why.startsWith('Failed connecting') ? null : why),
    ),
  )
  expect(await cli.ended).toBe(1)
  expect(cli.output()).toContain(message)
  return message
}

describe('a build that is no build', () => {
  test('missing folder, other project, no app.json', async () => {
    expect(await refusal('/nowhere/at/all')).toBe('/nowhere/at/all is no folder')
    const other = broken((folder) => rmSync(join(folder, 'project.config.json')))
    expect(await refusal(other)).toContain('is no mini-program project: no project.config.json')
    const unbuilt = broken((folder) => rmSync(join(folder, 'app.json')))
    expect(await refusal(unbuilt)).toContain('Build the mini-program first.')
  })
  test('half done', async () => {
    const half = broken((folder) => rmSync(join(folder, 'sub/pages/deep/index.wxml')))
    expect(await refusal(half)).toContain('is half built: sub/pages/deep/index.wxml missing')
    const cut = broken((folder) => writeFileSync(join(folder, 'app.json'), '{"pages":['))
    expect(await refusal(cut)).toContain('app.json: ')
  })
  test('a style sheet that imports what is not there', async () => {
    const project = broken((folder) => rmSync(join(folder, 'theme.wxss')))
    expect(await refusal(project)).toBe('app.wxss imports theme.wxss, which is not there')
  })
})

describe('an app that is broken', () => {
  const withPage = (code: string) =>
    broken((folder) => writeFileSync(join(folder, 'pages/home/index.js'), code))
  test.each([
    ['syntax', 'Page({', 'Unexpected end of input'],
    ['import', "require('./gone'); Page({})", "module 'pages/home/gone.js' is not defined"],
    ['no page', 'exports.a = 1', 'pages/home/index.js calls neither Page() nor Component()'],
    ['window', 'Page({ data: { w: window.innerWidth } })', 'window is not defined'],
    ['compiled text', "Page({ data: { w: new Function('return 1')() } })", 'Code generation from strings'],
    ['an API', 'Page({ onLoad() { wx.startHCE({}) } })', 'wx.startHCE is not in the e2e host'],
  ])('%s is told', async (_, code, message) => {
    const { realm, exceptions } = await startRealm(withPage(code))
    expect(exceptions[0]).toContain(message)
    realm.dispose()
  })
  test('a tag that WeChat does not have throws its name', async () => {
    const project = broken((folder) => writeFileSync(join(folder, 'pages/map/index.wxml'), '<viev>错</viev>'))
    const { realm, ask } = await startRealm(project)
    const opened = ask('App.callWxMethod', { method: 'navigateTo', args: [{ url: '/pages/map/index' }] })
    await expect(opened).rejects.toThrow('<viev> is not a component that the e2e host knows')
    realm.dispose()
  })
  test('at the start: the first client hears why', async () => {
    const device = await startDevice(withPage('Page({'))
    started.push(device.cli)
    await until(async () => device.exceptions.length)
    expect(device.exceptions[0]?.message).toBe('Unexpected end of input')
    await expect(device.mini.currentPage()).rejects.toThrow('no page is open')
    await device.close()
  })
  test('a handler that never ends does not hold the client', async () => {
    const device = await startDevice(withPage('Page({ add() { for (;;) {} } })'), { E2E_PATIENCE: '2000' })
    started.push(device.cli)
    const page = await device.at('pages/home/index')
    await expect((await find(page, '.add')).tap()).rejects.toThrow('did not answer within 2000 ms')
    await device.close()
  })
})

describe('the command line', () => {
  test('arguments that are none', () => {
    const attempt = (...args: string[]) => {
      try {
        execFileSync(CLI, args, { stdio: 'pipe' })
        return ''
      } catch (error) {
        return String((error as { stderr: Buffer }).stderr)
      }
    }
    expect(attempt('open')).toContain('usage: cli auto --project <folder> --auto-port <port>')
    expect(attempt('auto', '--project', FIXTURE, '--auto-port', 'x')).toContain('usage:')
    expect(attempt('auto', '--fly')).toContain("Unknown option '--fly'")
  })
  test('a port in use', async () => {
    const taken = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve))
    const cli = await startCli(FIXTURE, { port })
    started.push(cli)
    expect(await cli.ended).toBe(1)
    expect(cli.output()).toContain(`port ${port}: listen EADDRINUSE`)
    taken.close()
  })
  test('launch({ cliPath }) starts it, and close ends it with its browser', async () => {
    const port = await freePort()
    const mini = await automator.launch({ cliPath: CLI, projectPath: FIXTURE, port })
    const page = await mini.currentPage()
    expect(page?.path).toBe('pages/home/index')
    const pids = () =>
      execFileSync('pgrep', ['-f', '--', `--auto-port ${port}`])
        .toString()
        .trim()
        .split('\n')
    const children = execFileSync('pgrep', ['-P', pids()[0] ?? ''])
      .toString()
      .trim()
      .split('\n')
    expect(children.length).toBeGreaterThan(0)
    await mini.close()
    const gone = (pid: string) => {
      try {
        process.kill(Number(pid), 0)
        return false
      } catch {
        return true
      }
    }
    await until(async () => children.every(gone))
    expect(children.map(gone)).not.toContain(false)
  })
})

describe('a client that leaves', () => {
  test('in the middle of a request: the next one is served', async () => {
    const device = await startDevice()
    started.push(device.cli)
    const second = await automator.connect({ wsEndpoint: `ws://127.0.0.1:${device.cli.port}` })
    const waiting = second.callWxMethod('showModal', { title: '等' }).catch((error: Error) => error.message)
    second.disconnect()
    expect(await waiting).toContain('Connection closed')
    const page = await device.at('pages/home/index')
    expect(await texts(page, '.count')).toEqual(['0 / 0'])
    await device.close()
  })
  test('for good: the host and its browser end by themselves', async () => {
    const device = await startDevice(FIXTURE, { E2E_ALONE: '500' })
    await device.at('pages/home/index')
    started.push(device.cli)
    device.mini.disconnect()
    expect(await device.cli.ended).toBe(0)
  })
})
