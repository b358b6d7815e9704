import { randomFillSync } from 'node:crypto'

let last = 0
let sequence = 0
/** Random bytes for many ids at once: asking for ten at a time costs more than the rest of an id. */
const pool = Buffer.alloc(4000)
let used = pool.length

function tenBytes() {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 10
  return pool.subarray(used - 10, used)
}

/** UUID version 7 (RFC 9562), monotonic within this process, so that rows written in order sort in order. */
export function newId(now = Date.now()): string {
  const random = tenBytes()
  if (now > last) {
    last = now
    sequence = random.readUInt16BE(0) & 0x7ff
  } else {
    sequence += 1
    if (sequence > 0xfff) {
      last += 1
      sequence = 0
    }
  }
  const time = last.toString(16).padStart(12, '0')
  const tail = random.subarray(2)
  tail[0] = (tail[0]! & 0x3f) | 0x80
  const hex = tail.toString('hex')
  const counter = sequence.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${hex.slice(0, 4)}-${hex.slice(4)}`
}
