import { createSandbox as createRealName, demoKey } from '../gateways/real-name/sandbox/sandbox.ts'
import { createSandbox, demoApp } from '../gateways/wechat/sandbox/sandbox.ts'
import type { Config } from '../platform/config.ts'
import type { Sandbox } from '../start.ts'

/**
 * The outside world of a demonstration, as far as none is configured: each a program on a port of its own on this
 * machine, asked by the real client.
 */
export async function openSandbox(config: Pick<Config, 'wechat' | 'realName'>): Promise<Sandbox> {
  const world = createSandbox()
  const wechat = config.wechat ? null : await world.listen({ port: 0 })
  const realName = config.realName ? null : await createRealName().listen({ port: 0 })
  const providers = ['taizhouTong', 'suFuBan', 'netId'] as const
  return {
    wechat: wechat && { ...demoApp, url: wechat.url },
    realName: realName && { url: realName.url, key: demoKey, providers },
    pushTo: world.pushTo,
    async close() {
      await wechat?.close()
      await realName?.close()
    },
  }
}
