import { createHmac } from 'node:crypto'

/** Lower-case hex of HMAC-SHA256 over `<timestamp>\n<body>`; `timestamp` in epoch seconds. */
export function signBody(secret: string, timestamp: string, body: string) {
  return createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest('hex')
}
