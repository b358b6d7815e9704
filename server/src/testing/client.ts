import { randomUUID } from 'node:crypto'
import type { Endpoint, Input, Output } from '@tmt/shared/contract.ts'
import type { Problem } from '@tmt/shared/problem.ts'

export type Reply<T> = { status: number; headers: Headers; body: T; problem: Problem }
export type Ask = {
  token?: string | null
  key?: string | null
  headers?: Record<string, string>
  /** Sent as it is, instead of the input's body. */
  raw?: string
  /** Of an upload, instead of the file in the input. */
  form?: FormData
}
/** The answers' statuses in order of number: who of those that asked at once got what does not matter. */
export const statusesOf = (replies: readonly { status: number }[]) =>
  replies.map(({ status }) => status).toSorted((a, b) => a - b)
type Send = (path: string, init: RequestInit) => Response | Promise<Response>

/** Asks as a client would; path parameters, query and body are taken from the input by the contract. */
export function clientOf(send: Send) {
  return async <E extends Endpoint>(
    contract: E,
    input: Input<E>,
    how: Ask = {},
  ): Promise<Reply<Output<E>>> => {
    const rest: Record<string, unknown> = { ...(input as object) }
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = String(rest[name])
      delete rest[name]
      return encodeURIComponent(value)
    })
    const isQuery = contract.kind === 'query'
    const pairs = isQuery ? Object.entries(rest).map(([k, v]) => [k, String(v)]) : []
    const search = pairs.length > 0 ? `?${new URLSearchParams(pairs as [string, string][])}` : ''
    const form = how.form ?? formOf(contract, rest)
    const json = isQuery || form || !contract.body ? undefined : (how.raw ?? JSON.stringify(rest))
    const { token = null, key = randomUUID() } = how
    const response = await send(`/api${path}${search}`, {
      method: contract.method.toUpperCase(),
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(!isQuery && key && { 'idempotency-key': key }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...how.headers,
      },
      ...((form ?? json) !== undefined && { body: (form ?? json)! }),
    })
    const text = await response.text()
    const answer = (text ? JSON.parse(text) : null) as never
    return { status: response.status, headers: response.headers, body: answer, problem: answer }
  }
}

/** What an upload sends: its file, as the input has it, in the one part that is read. */
function formOf(contract: Endpoint, { file }: Record<string, unknown>) {
  if (contract.kind !== 'command' || !contract.file || !file) return undefined
  const form = new FormData()
  form.append('file', new Blob([file as Uint8Array<ArrayBuffer>]), 'picture.jpg')
  return form
}
