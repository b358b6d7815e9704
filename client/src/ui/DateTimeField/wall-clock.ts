import { atShanghai, shanghai } from '@tmt/shared/time.ts'

const pad = (n: number) => String(n).padStart(2, '0')

/** An instant as the day (`2026-10-13`) and time (`09:30`) of a clock in Asia/Shanghai, wherever the phone is. */
export function wallClock(instant: number) {
  const p = shanghai(instant)
  return { day: `${p.year}-${pad(p.month)}-${pad(p.day)}`, time: `${pad(p.hour)}:${pad(p.minute)}` }
}

/** The instant of a day and a time in Asia/Shanghai; null when they are not a whole day and time. */
export function instantOf(day: string, time: string) {
  const found = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})/.exec(`${day} ${time}`)
  if (found === null) return null
  const [year, month, date, hour, minute] = found.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const instant = atShanghai(year, month, date, hour, minute)
  // 2026-02-30 would roll over into March.
  return wallClock(instant).day === day ? instant : null
}
