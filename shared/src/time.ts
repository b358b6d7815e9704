/** Days and deadlines are those of Asia/Shanghai, which has had no summer time since 1991. */
const OFFSET = 8 * 3_600_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
const pad = (n: number) => String(n).padStart(2, '0')

/** Calendar parts of an instant in Asia/Shanghai; month is 1 to 12, weekday 0 (Sunday) to 6. */
export function shanghai(instant: number) {
  const d = new Date(instant + OFFSET)
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    weekday: d.getUTCDay(),
  }
}
/** The instant of a wall-clock time in Asia/Shanghai. */
export function atShanghai(year: number, month: number, day: number, hour = 0, minute = 0) {
  return Date.UTC(year, month - 1, day, hour, minute) - OFFSET
}
/** Midnight, Asia/Shanghai, at or before the instant. */
export function startOfDay(instant: number) {
  return Math.floor((instant + OFFSET) / DAY) * DAY - OFFSET
}
/** The midnight, Asia/Shanghai, at which a day like `2026-10-13` begins. */
export function dayStart(day: string) {
  const [year, month, date] = day.split('-').map(Number)
  return atShanghai(year!, month!, date!)
}
/** `2026-10-13` in Asia/Shanghai. */
export function isoDay(instant: number) {
  const p = shanghai(instant)
  return `${p.year}-${pad(p.month)}-${pad(p.day)}`
}

/** `10月13日 周二 09:30`; the year stands before it when it is not this year. */
export function sayTime(instant: number, now: number) {
  const p = shanghai(instant)
  const year = p.year === shanghai(now).year ? '' : `${p.year}年`
  return `${year}${p.month}月${p.day}日 ${weekdays[p.weekday]} ${pad(p.hour)}:${pad(p.minute)}`
}
/** Where something ends: midnight is said of the day that it ends, `10月13日 周二 24:00`. */
export function sayEnd(end: number, now: number) {
  return startOfDay(end) === end ? sayTime(end - DAY, now).replace('00:00', '24:00') : sayTime(end, now)
}
/** From one instant to another, the day said once when both are on the same day. */
export function saySpan(start: number, end: number, now: number) {
  const ending = sayEnd(end, now)
  return `${sayTime(start, now)} 至 ${startOfDay(start) === startOfDay(end - 1) ? ending.slice(-5) : ending}`
}
/** What is left until a deadline: `还剩 2 天`, `还剩 3 小时`, `还剩 5 分钟`; null once it has passed. */
export function sayLeft(deadline: number, now: number) {
  const left = deadline - now
  if (left <= 0) return null
  if (left >= DAY) return `还剩 ${Math.floor(left / DAY)} 天`
  if (left >= HOUR) return `还剩 ${Math.floor(left / HOUR)} 小时`
  return `还剩 ${Math.max(1, Math.floor(left / MINUTE))} 分钟`
}
