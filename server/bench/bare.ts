import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent } from './wire.ts'

/** An answer of the product: status, its own headers in order, and its bytes. */
export type Sample = { status: number; headers: string[]; body: Uint8Array }

let samples: Sample[] = []
let turn = 0

// The least that node:http can do for these bytes: no routing, no parsing, no look-up.
const server = createServer((_request, response) => {
  const { status, headers, body } = samples[turn++ % samples.length]!
  response.writeHead(status, headers)
  response.end(body)
})

answerParent({
  open: () =>
    new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    ),
  answerWith(given: Sample[]) {
    samples = given
    turn = 0
  },
})
