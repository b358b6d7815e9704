import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { NetworkRequest, NetworkResponse } from './wire.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Hosts that the app may reach beside this machine, e.g. `api.example.cn,files.example.cn`. */
export const allowedHosts = (text = '') => [
  ...LOOPBACK,
  ...text
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean),
]

async function bodyOf({ body, binary, file }: NetworkRequest) {
  if (file) {
    const form = new FormData()
    for (const [name, value] of Object.entries(file.formData)) form.append(name, value)
    form.append(file.name, new Blob([await readFile(file.path)]), basename(file.path))
    return form
  }
  if (body === null) return undefined
  return binary ? Buffer.from(body, 'base64') : body
}

const message = (error: unknown) => {
  const { name, message: text, cause } = error as Error & { cause?: { code?: string } }
  if (name === 'TimeoutError') return 'fail timeout'
  return `fail ${cause?.code ?? text}`
}

/** The network of the device: no CORS, no cookies, only to allowed hosts. */
export class Network {
  private readonly hosts: string[]
  private readonly running = new Map<number, AbortController>()

  constructor(hosts: string[]) {
    this.hosts = hosts
  }

  async send(id: number, request: NetworkRequest): Promise<NetworkResponse> {
    const { url, method, header, timeout, responseType } = request
    if (!this.hosts.includes(new URL(url).hostname))
      return { ok: false, errMsg: 'fail url not in domain list' }
    const controller = new AbortController()
    this.running.set(id, controller)
    try {
      const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(timeout)])
      const body = await bodyOf(request)
      const answer = await fetch(url, { method, headers: header, ...(body ? { body } : {}), signal })
      const bytes = Buffer.from(await answer.arrayBuffer())
      return {
        ok: true,
        statusCode: answer.status,
        header: Object.fromEntries(answer.headers),
        cookies: answer.headers.getSetCookie(),
        body: bytes.toString(responseType === 'arraybuffer' ? 'base64' : 'utf8'),
      }
    } catch (error) {
      return { ok: false, errMsg: message(error) }
    } finally {
      this.running.delete(id)
    }
  }

  abort(id: number) {
    this.running.get(id)?.abort()
  }
  dispose() {
    for (const controller of this.running.values()) controller.abort()
  }
}
