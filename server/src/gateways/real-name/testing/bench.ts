import { expect, onTestFinished } from 'vitest'
import { createRealName, type RealNameOptions } from '../client.ts'
import { createSandbox, demoKey, type SandboxOptions } from '../sandbox/sandbox.ts'

/** 2026-10-13 09:00 in Asia/Shanghai. */
const START = Date.UTC(2026, 9, 13, 1)

/** A sandbox on a port of its own with a real client before it; both end with the test. */
export async function openBench(sandbox: SandboxOptions = {}, client: Partial<RealNameOptions> = {}) {
  const clock = { now: START }
  const now = () => clock.now
  const listening = await createSandbox({ now, ...sandbox }).listen()
  onTestFinished(() => listening.close())
  const { url } = listening
  const providers = ['taizhouTong', 'suFuBan', 'netId'] as const
  return {
    url,
    clock,
    realName: createRealName({ url, key: demoKey, providers, now, ...client }),
    fault: async (kind: string, times = 1) => {
      const body = JSON.stringify({ kind, times })
      expect((await fetch(`${url}/sandbox/faults`, { method: 'POST', body })).status).toBe(201)
    },
    close: listening.close,
  }
}
