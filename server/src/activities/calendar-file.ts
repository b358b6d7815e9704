import { shanghai } from '@tmt/shared/time.ts'
import type { Activity } from './store.ts'

type Held = Pick<
  Activity,
  | 'id'
  | 'title'
  | 'body'
  | 'riskNotice'
  | 'place'
  | 'communityName'
  | 'startsAt'
  | 'endsAt'
  | 'changedAt'
  | 'version'
  | 'status'
  | 'cancelReason'
>
const pad = (n: number) => String(n).padStart(2, '0')
function local(instant: number) {
  const { year, month, day, hour, minute } = shanghai(instant)
  return `${year}${pad(month)}${pad(day)}T${pad(hour)}${pad(minute)}00`
}
const utc = (instant: number) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')

/** TEXT of RFC 5545 §3.3.11; control characters have no place in it. */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)

const OCTETS = 75
/** A content line in pieces of at most 75 octets (RFC 5545 §3.1), no character cut in two. */
function folded(line: string) {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > OCTETS) {
      pieces.push(piece)
      // The space that marks the fold counts.
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}

/** Asia/Shanghai has had no summer time since 1991. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** An activity as a calendar of one event (RFC 5545): the same UID for ever, a higher SEQUENCE after each change. */
export function calendarFile(activity: Held) {
  const { id, title, body, riskNotice, place, communityName, cancelReason, status } = activity
  const called = status === 'cancelled'
  const why = called && cancelReason ? `已取消：${cancelReason}` : ''
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//taimintong//activities//ZH',
    'CALSCALE:GREGORIAN',
    ...zone,
    'BEGIN:VEVENT',
    `UID:${id}@taimintong`,
    `DTSTAMP:${utc(activity.changedAt)}`,
    `LAST-MODIFIED:${utc(activity.changedAt)}`,
    `SEQUENCE:${activity.version - 1}`,
    `STATUS:${called ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART;TZID=Asia/Shanghai:${local(activity.startsAt)}`,
    `DTEND;TZID=Asia/Shanghai:${local(activity.endsAt)}`,
    `SUMMARY:${escaped(called ? `（已取消）${title}` : title)}`,
    `LOCATION:${escaped(`${communityName} ${place}`)}`,
    `DESCRIPTION:${escaped([why, body, riskNotice].filter(Boolean).join('\n'))}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
