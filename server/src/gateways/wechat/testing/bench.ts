import { onTestFinished } from 'vitest'
import { createWechat } from '../client.ts'
import type { WechatOptions } from '../client.ts'
import { createSandbox, demoApp } from '../sandbox/sandbox.ts'
import type { SandboxOptions } from '../sandbox/sandbox.ts'

/** 2026-10-13 09:00 in Asia/Shanghai. */
export const START = Date.UTC(2026, 9, 13, 1)

export function createClock(start = START) {
  let instant = start
  return {
    now: () => instant,
    forward(milliseconds: number) {
      instant += milliseconds
    },
  }
}

/** A sandbox on a port of its own with a real client before it; both end with the test. */
export async function openBench(sandbox: SandboxOptions = {}, client: Partial<WechatOptions> = {}) {
  const clock = createClock()
  const listening = await createSandbox({ now: clock.now, ...sandbox }).listen()
  onTestFinished(() => listening.close())
  const asked: string[] = []
  const counted: typeof fetch = (input, init) => {
    asked.push(new URL(input instanceof Request ? input.url : input).pathname)
    return fetch(input, init)
  }
  const connect = (more: Partial<WechatOptions> = {}) =>
    createWechat({
      ...demoApp,
      host: listening.url,
      now: clock.now,
      fetch: counted,
      retryWaitMs: 1,
      ...client,
      ...more,
    })

  async function admin(path: string, body: Record<string, unknown> = {}) {
    const response = await fetch(`${listening.url}/sandbox/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    if (response.status !== 201) throw new Error(`sandbox ${path}: ${response.status}`)
    return (await response.json()) as { code: string; openid: string }
  }

  return {
    ...listening,
    clock,
    connect,
    wechat: connect(),
    /** How many requests the clients have made to a path that ends so. */
    count: (end: string) => asked.filter((path) => path.endsWith(end)).length,
    loginCode: (body?: Record<string, unknown>) => admin('login-codes', body),
    phoneCode: (body: Record<string, unknown>) => admin('phone-codes', body),
    fault: (kind: string, more: Record<string, unknown> = {}) => admin('faults', { kind, ...more }),
  }
}
