import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { Endpoint } from '@tmt/shared/contract.ts'
import type { ReactNode } from 'react'
import { makeQueryClient } from '../src/platform/queries.ts'
import { host, type Sent } from './taro.ts'

/** Draws with a query client of its own, which retries nothing, so that a failure shows at once. */
export function draw(node: ReactNode, client = freshClient()) {
  return { client, ...render(<QueryClientProvider client={client}>{node}</QueryClientProvider>) }
}
export function freshClient() {
  const client = makeQueryClient()
  const { queries } = client.getDefaultOptions()
  client.setDefaultOptions({ queries: { ...queries, retry: false, gcTime: Infinity } })
  return client
}

type Reply = { status?: number; data: unknown; header?: Record<string, string> } | 'offline'
type Rule = readonly [endpoint: Endpoint, reply: Reply | ((sent: Sent) => Reply | Promise<Reply>)]

/** Who answers: the first rule whose endpoint fits method and path. What no rule names is a 404, as at the server. */
export function serve(...rules: Rule[]) {
  host.answer = async (sent) => {
    for (const [endpoint, reply] of rules) {
      if (!fits(endpoint, sent)) continue
      const answer = typeof reply === 'function' ? await reply(sent) : reply
      if (answer === 'offline') throw new Error('request:fail')
      const { status = 200, data, header = {} } = answer
      return { statusCode: status, data, header }
    }
    return { statusCode: 404, data: problem('notFound', 404, '没有找到，可能已被移走') }
  }
}
function fits({ method, path }: Endpoint, sent: Sent) {
  const pattern = new RegExp(`/api${path.replace(/:\w+/g, '[^/?]+')}(\\?|$)`)
  return sent.method === method.toUpperCase() && pattern.test(sent.url)
}
/** The requests that went to an endpoint. */
export function sentTo(endpoint: Endpoint) {
  return host.sent.filter((sent) => fits(endpoint, sent))
}

export function problem(code: string, status: number, title: string, more: object = {}) {
  return { type: `about:blank#${code}`, code, status, title, requestId: 'r-1', ...more }
}
