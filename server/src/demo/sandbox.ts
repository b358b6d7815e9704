import { createSandbox, demoApp } from '../gateways/wechat/sandbox/sandbox.ts'
import type { Sandbox } from '../start.ts'

/** WeChat for a demonstration: the sandbox program on a port of its own, asked by the real client. */
export async function openSandbox(): Promise<Sandbox> {
  const listening = await createSandbox().listen({ port: 0 })
  return { wechat: { ...demoApp, url: listening.url }, close: () => listening.close() }
}
