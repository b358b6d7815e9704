import { connect } from 'node:net'
import { answerParent } from './wire.ts'

/** One round of load: so many connections, each with one request under way at a time. */
export type Load = {
  port: number
  connections: number
  /** The round ends after this long, or when `once` has used up its requests. */
  seconds: number
  /** Whole requests as they go over the wire. */
  requests: string[]
  /** Each request at most once; otherwise they are asked in rotation. */
  once: boolean
  expect: number
}
export type Round = {
  done: number
  /** Answers with another status than expected, and the first of them. */
  failed: number
  firstFailure: string | null
  seconds: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  bytes: number
  /** Share of one core that this generator used: near 1 it would itself be the bottleneck. */
  busy: number
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

/** Length of the first whole answer in `buffer`, or 0 while it isn't there yet. */
function answerLength(buffer: Buffer) {
  const end = buffer.indexOf(HEAD_END)
  if (end < 0) return 0
  const head = buffer.toString('latin1', 0, end).toLowerCase()
  const body = end + 4
  const status = head.slice(9, 12)
  if (status === '304' || status === '204') return body
  const at = head.indexOf('\r\ncontent-length:')
  if (at >= 0) {
    const total = body + Number.parseInt(head.slice(at + 17), 10)
    return buffer.length >= total ? total : 0
  }
  return buffer.subarray(-5).equals(LAST_CHUNK) ? buffer.length : 0
}

function run(load: Load): Promise<Round> {
  const { port, requests, expect } = load
  const latencies: number[] = []
  let next = 0
  let failed = 0
  let firstFailure: string | null = null
  let bytes = 0
  let open = 0
  const cpu = process.cpuUsage()
  const started = performance.now()
  const until = started + load.seconds * 1000
  const take = () => {
    if (load.once && next >= requests.length) return undefined
    return requests[next++ % requests.length]
  }
  return new Promise((resolve, reject) => {
    function finish() {
      const seconds = (performance.now() - started) / 1000
      const { user, system } = process.cpuUsage(cpu)
      const sorted = Float64Array.from(latencies).sort()
      const at = (share: number) =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
      const done = sorted.length
      const busy = (user + system) / 1e6 / seconds
      resolve({
        done,
        failed,
        firstFailure,
        seconds,
        perSecond: done / seconds,
        p50: at(0.5),
        p99: at(0.99),
        bytes,
        busy,
      })
    }
    function caller() {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let sent = 0
      let pending: Buffer | undefined
      const ask = () => {
        const request = performance.now() < until ? take() : undefined
        if (request === undefined) return void socket.end()
        sent = performance.now()
        socket.write(request, 'latin1')
      }
      socket.setTimeout(20_000, () => socket.destroy(new Error('no answer within 20 s')))
      socket.on('connect', ask)
      socket.on('data', (part) => {
        pending = pending ? Buffer.concat([pending, part]) : part
        const length = answerLength(pending)
        if (length === 0) return
        if (length !== pending.length) return void socket.destroy(new Error('more came than was asked for'))
        latencies.push(performance.now() - sent)
        bytes += length
        const status = Number(pending.toString('latin1', 9, 12))
        if (status !== expect) {
          failed += 1
          firstFailure ??= pending.toString('utf8').slice(0, 600)
        }
        pending = undefined
        ask()
      })
      socket.on('error', reject)
      socket.on('close', () => {
        open -= 1
        if (open === 0) finish()
      })
    }
    for (; open < load.connections; open += 1) caller()
  })
}

answerParent({ run })
