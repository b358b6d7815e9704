import { expect, onTestFinished } from 'vitest'
import { createSms } from '../client.ts'
import type { SmsOptions } from '../client.ts'
import type { SmsMessage } from '../gateway.ts'
import type { SignInText } from '../templates.ts'
import { createSandbox, demoToken } from '../sandbox/sandbox.ts'
import type { SandboxOptions } from '../sandbox/sandbox.ts'

/** 2026-10-13 09:00 in Asia/Shanghai. */
export const START = Date.UTC(2026, 9, 13, 1)
export const message = (idempotencyKey: string, phone = '13800000001'): SmsMessage & SignInText => ({
  phone,
  template: 'signInCode',
  params: { code: '123456', minutes: 5 },
  idempotencyKey,
})

/** A sandbox on a port of its own with a real client before it; both end with the test. */
export async function openBench(sandbox: SandboxOptions = {}, client: Partial<SmsOptions> = {}) {
  const now = () => START
  const listening = await createSandbox({ now, ...sandbox }).listen()
  onTestFinished(() => listening.close())
  const { url } = listening
  return {
    ...listening,
    sms: createSms({ url: `${url}/messages`, token: demoToken, ...client }),
    sent: async (phone: string) => {
      const response = await fetch(`${url}/sandbox/messages?phone=${phone}`)
      return ((await response.json()) as { items: (SmsMessage & { text: string; providerId: string })[] })
        .items
    },
    fault: async (body: Record<string, unknown>) => {
      const response = await fetch(`${url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(body) })
      expect(response.status).toBe(201)
    },
  }
}
