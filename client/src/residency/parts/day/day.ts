import { atShanghai, isoDay } from '@tmt/shared/time.ts'

/** The first instant of `2026-10-13` in Asia/Shanghai; null when it is no whole day. */
export function instantOfDay(text: string) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const instant = atShanghai(Number(year), Number(month), Number(day))
  // 2026-02-30 would roll over into March.
  return isoDay(instant) === text ? instant : null
}
