import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createSms } from '../client.ts'
import { message } from '../testing/bench.ts'
import { createSandbox, demoToken, demoUrl } from './sandbox.ts'

describe('the sandbox', () => {
  it('serves a client in the same process without a port', async () => {
    const { fetch } = createSandbox()
    expect(await createSms({ url: demoUrl, token: demoToken, fetch }).send(message('k-1'))).toHaveProperty(
      'providerId',
    )
  })

  it.each([{ kind: 'flood' }, { kind: 'refuseNumber' }, { kind: 'down', times: 0 }, null])(
    'does not understand %o',
    async (body) => {
      const init = { method: 'POST', body: JSON.stringify(body) }
      expect((await createSandbox().app.request('/sandbox/faults', init)).status).toBe(400)
    },
  )

  it('runs by itself and ends when it is told to', { timeout: 20_000 }, async () => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    const child = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const sms = createSms({ url: `${/http:\S+$/.exec(line)?.[0]}/messages`, token: demoToken })
    expect(await sms.send(message('k-1'))).toHaveProperty('providerId')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
