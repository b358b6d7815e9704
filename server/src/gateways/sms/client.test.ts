import { describe, expect, it } from 'vitest'
import { createSms } from './client.ts'
import { demoToken, demoUrl } from './sandbox/sandbox.ts'
import { message, openBench, START } from './testing/bench.ts'

describe('send', () => {
  it('hands the message over, and the number has it', async () => {
    const { sms, sent } = await openBench()
    const { providerId } = await sms.send(message('k-1'))
    await sms.send({ ...message('k-2'), params: { code: '654321', minutes: 5 } })
    const [latest, first, ...others] = await sent('13800000001')
    expect(others).toEqual([])
    expect(latest).toMatchObject({ params: { code: '654321' }, idempotencyKey: 'k-2' })
    expect(first).toEqual({
      ...message('k-1'),
      providerId,
      text: expect.stringContaining('123456'),
      sentAt: START,
    })
    expect(await sent('13800000002')).toEqual([])
  })

  it('sends a key once, however often it comes', async () => {
    const { sms, sent } = await openBench()
    const answers = await Promise.all([1, 2, 3].map(() => sms.send(message('k-1'))))
    expect(new Set(answers.map(({ providerId }) => providerId)).size).toBe(1)
    expect(await sent('13800000001')).toHaveLength(1)
    await expect(sms.send(message('k-1', '13800000002'))).rejects.toMatchObject({
      kind: 'refused',
      status: 409,
      reason: 'keyReused',
    })
  })

  it('may be repeated after an answer that came too late', async () => {
    const { sms, sent, fault } = await openBench({ slowMs: 20_000 }, { timeoutMs: 1000 })
    await fault({ kind: 'slow' })
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({
      kind: 'unreachable',
      status: null,
      message: 'sms: unreachable (timeout)',
    })
    const [first] = await sent('13800000001')
    expect(await sms.send(message('k-1'))).toEqual({ providerId: first?.providerId })
    expect(await sent('13800000001')).toHaveLength(1)
  })
})

describe('what goes wrong', () => {
  it('is a number that the provider refuses', async () => {
    const { sms, sent, fault } = await openBench()
    await fault({ kind: 'refuseNumber', phone: '13800000001' })
    const refusal = { kind: 'refused', status: 422, reason: 'numberRefused' }
    await expect(sms.send(message('k-1'))).rejects.toMatchObject(refusal)
    await expect(sms.send(message('k-1'))).rejects.toMatchObject(refusal)
    expect(await sms.send(message('k-2', '13800000002'))).toHaveProperty('providerId')
    expect(await sent('13800000001')).toEqual([])
  })

  it('is a message that the provider does not know', async () => {
    const { sms } = await openBench()
    const malformed = { ...message('k-1'), params: { code: 'letters', minutes: 5 } }
    await expect(sms.send(malformed)).rejects.toMatchObject({ kind: 'refused', reason: 'malformed' })
  })

  it('is a provider that is busy, down or somebody else, each once', async () => {
    const { sms, fault, sent } = await openBench()
    for (const kind of ['busy', 'down', 'garbage']) await fault({ kind })
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({
      kind: 'busy',
      status: 429,
      reason: 'tooManyAtOnce',
      retryAfter: 30,
    })
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({ kind: 'unreachable', status: 502 })
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({ kind: 'unreachable', status: 200 })
    expect(await sent('13800000001')).toEqual([])
    expect(await sms.send(message('k-1'))).toHaveProperty('providerId')
  })

  it('is mended', async () => {
    const { sms, fault, url } = await openBench()
    await fault({ kind: 'down', times: 9 })
    await fault({ kind: 'refuseNumber', phone: '13800000001' })
    await fetch(`${url}/sandbox/faults`, { method: 'DELETE' })
    expect(await sms.send(message('k-1'))).toHaveProperty('providerId')
  })

  it('is nobody listening', async () => {
    const { sms, close } = await openBench()
    await close()
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({ kind: 'unreachable', status: null })
  })

  it.each([
    [400, 'refused'],
    [403, 'refused'],
    [408, 'unreachable'],
    [429, 'busy'],
    [500, 'unreachable'],
    [503, 'busy'],
  ])('is, for HTTP %i, %s', async (status, kind) => {
    const fetch = async () =>
      new Response('words with 13800000001', { status, headers: { 'retry-after': 'soon' } })
    const sms = createSms({ url: demoUrl, token: demoToken, fetch })
    await expect(sms.send(message('k-1'))).rejects.toMatchObject({
      kind,
      status,
      reason: null,
      retryAfter: null,
    })
  })
})
