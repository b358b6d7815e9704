import { createHash } from 'node:crypto'
import { checkOf } from '@tmt/shared/people/id-number.ts'

/** An invented person for a subject, always the same one. 321200 is no place that issues numbers of its own. */
export function inventedPerson(subject: string) {
  const bytes = createHash('sha256').update(subject).digest()
  const year = 1940 + (bytes[0]! % 60)
  const month = String(1 + (bytes[1]! % 12)).padStart(2, '0')
  const day = String(1 + (bytes[2]! % 28)).padStart(2, '0')
  const order = String(bytes.readUInt16BE(3) % 1000).padStart(3, '0')
  const first = `321200${year}${month}${day}${order}`
  return { name: `演示${'甲乙丙丁戊己庚辛壬癸'[bytes[5]! % 10]}`, idNumber: first + checkOf(first) }
}
