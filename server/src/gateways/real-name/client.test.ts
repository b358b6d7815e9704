import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { obstacleToIdNumber } from '@tmt/shared/people/id-number.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRealName } from './client.ts'
import { RealNameFailure } from './gateway.ts'
import { demoKey } from './sandbox/sandbox.ts'
import { isSigned, sign } from './signature.ts'
import { openBench } from './testing/bench.ts'

const begin = { state: 'state-1', subject: 'account-1' }

describe('a verification', () => {
  it('tells name and number of the person, the same each time it is asked', async () => {
    const { realName, clock } = await openBench()
    const { ticket, redirect } = await realName.start('taizhouTong', begin)
    expect(redirect).toBeNull()
    const asked = { state: begin.state, ticket }
    const first = await realName.finish('taizhouTong', asked)
    expect(first).toMatchObject({ outcome: 'passed', name: expect.stringContaining('演示') })
    const { idNumber } = first as { idNumber: string }
    expect(obstacleToIdNumber(idNumber, clock.now)).toBeNull()
    expect(idNumber).toMatch(/^321200/)
    expect(await realName.finish('taizhouTong', asked)).toEqual(first)
    // The same account is the same person, another one is another.
    const again = await realName.start('suFuBan', { ...begin, state: 'state-2' })
    expect(await realName.finish('suFuBan', { state: 'state-2', ticket: again.ticket })).toEqual(first)
    const other = await realName.start('suFuBan', { state: 'state-3', subject: 'account-2' })
    const theirs = await realName.finish('suFuBan', { state: 'state-3', ticket: other.ticket })
    expect(theirs).not.toEqual(first)
  })

  it('by 网号、网证 tells neither name nor number', async () => {
    const { realName } = await openBench()
    const { ticket } = await realName.start('netId', begin)
    const told = await realName.finish('netId', { state: begin.state, ticket })
    expect(told).toEqual({ outcome: 'passed', name: null, idNumber: null, subject: 'account-1' })
  })

  it('may be pending, may fail, and is over some time', async () => {
    const { realName, fault, clock } = await openBench()
    const { ticket } = await realName.start('taizhouTong', begin)
    const finish = () => realName.finish('taizhouTong', { state: begin.state, ticket })
    await fault('pending')
    expect(await finish()).toEqual({ outcome: 'pending' })
    await fault('no')
    expect(await finish()).toEqual({ outcome: 'failed' })
    expect(await finish()).toMatchObject({ outcome: 'passed' })
    clock.now += HOUR
    await expect(finish()).rejects.toMatchObject({ kind: 'gone', status: 410 })
  })
})

describe('what goes wrong', () => {
  it.each([
    ['down', 'unreachable', 502],
    ['busy', 'busy', 503],
    ['garbage', 'forged', 200],
    ['forged', 'forged', 200],
    ['stale', 'forged', 200],
    ['another', 'forged', 200],
    ['over', 'gone', 410],
  ])('%s is %s, and the next time goes well', async (kind, failure, status) => {
    const { realName, fault } = await openBench()
    const { ticket } = await realName.start('taizhouTong', begin)
    const finish = () => realName.finish('taizhouTong', { state: begin.state, ticket })
    await fault(kind)
    await expect(finish()).rejects.toMatchObject({ kind: failure, status })
    expect(await finish()).toMatchObject({ outcome: 'passed' })
  })

  it.each([
    ['down', 'unreachable'],
    ['busy', 'busy'],
    ['garbage', 'unreachable'],
  ])('at the start as well: %s is %s', async (kind, failure) => {
    const { realName, fault } = await openBench()
    await fault(kind)
    await expect(realName.start('taizhouTong', begin)).rejects.toMatchObject({ kind: failure })
  })

  it('an answer that comes too late is unreachable', async () => {
    const { realName, fault } = await openBench({ slowMs: 20_000 }, { timeoutMs: 300 })
    await fault('slow')
    await expect(realName.start('taizhouTong', begin)).rejects.toMatchObject({
      kind: 'unreachable',
      status: null,
      message: 'real name: unreachable, timeout',
    })
  })

  it('nobody listening, and a key that is another', async () => {
    const { realName, close, url } = await openBench()
    const stranger = createRealName({ url, key: 'another', providers: ['taizhouTong'] })
    await expect(stranger.start('taizhouTong', begin)).rejects.toMatchObject({ kind: 'refused', status: 401 })
    await close()
    await expect(realName.start('taizhouTong', begin)).rejects.toMatchObject({ kind: 'unreachable' })
  })
})

describe('what is secret', () => {
  it('stands in no failure', async () => {
    const { realName, fault } = await openBench()
    const { ticket } = await realName.start('taizhouTong', begin)
    const failures: unknown[] = []
    for (const kind of ['down', 'busy', 'garbage', 'forged', 'another', 'over']) {
      await fault(kind)
      await realName
        .finish('taizhouTong', { state: begin.state, ticket })
        .catch((error: unknown) => failures.push(error))
    }
    expect(failures).toHaveLength(6)
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(RealNameFailure)
      const said = `${inspect(failure, { depth: null })} ${JSON.stringify(failure)}`
      expect(said).not.toMatch(new RegExp(`${demoKey}|${ticket}|321200|演示`))
    }
  })

  it('goes over https, but to this very machine, and follows no redirect', async () => {
    expect(() =>
      createRealName({ url: 'http://id.example.com', key: demoKey, providers: ['netId'] }),
    ).toThrow('https')
    const { url } = await openBench()
    const server = createServer((_, response) =>
      response.writeHead(307, { location: `${url}/verifications` }).end(),
    )
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const led = createRealName({ url: `http://127.0.0.1:${port}`, key: demoKey, providers: ['netId'] })
    await expect(led.start('netId', begin)).rejects.toMatchObject({ kind: 'unreachable', status: null })
  })
})

describe('a signature', () => {
  const body = '{"status":"passed"}'
  it('holds for this body, this key and this hour alone', () => {
    const header = sign('key', body, 1_000_000)
    expect(isSigned('key', body, header, 1_000_000 + 300_000, 300_000)).toBe(true)
    expect(isSigned('key', body, header, 1_000_000 + 300_001, 300_000)).toBe(false)
    expect(isSigned('key', `${body} `, header, 1_000_000, 300_000)).toBe(false)
    expect(isSigned('yek', body, header, 1_000_000, 300_000)).toBe(false)
    for (const wrong of [
      '',
      header.slice(0, -1),
      header.replace('t=1000000', 't=1000001'),
      `${header},v1=00`,
    ])
      expect(isSigned('key', body, wrong, 1_000_000, 300_000)).toBe(false)
  })
})
