import { atShanghai, shanghai } from '../time.ts'

/** How long something is kept once its time begins, and where that is laid down. */
export type Retention = { years: number; source: string }

/** What is evidence is kept for so long and then deleted, person or no person; the privacy notice promises it. */
export const retention = {
  /** From the moment that was written down. */
  audit: { years: 3, source: '《领域规格》 §11.3 操作审计【D】；《网络安全法》第二十三条要求不少于六个月' },
  /** From the end of the consent: as long as it holds it is kept. */
  consents: {
    years: 3,
    source: '《领域规格》 §11.3【D】，同《网络数据安全管理条例》第十二条、《个人信息保护法》第五十六条',
  },
  /** From the moment of the act that somebody did in another’s place. */
  helpedActs: { years: 3, source: '《领域规格》 §11.3 操作审计【D】' },
  /** From the moment of the look. */
  reveals: { years: 3, source: '《领域规格》 §11.3 操作审计【D】' },
} as const satisfies Record<string, Retention>
export type Retained = keyof typeof retention

/** What began before this instant has been kept long enough: the same day of the calendar, so many years ago. */
export function keptSince({ years }: Retention, now: number) {
  const { year, month, day, hour, minute } = shanghai(now)
  // 29 February of a year without one is 1 March, as `Date` counts: never a day too early.
  return atShanghai(year - years, month, day, hour, minute)
}
