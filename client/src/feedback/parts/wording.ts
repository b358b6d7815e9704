import { shanghai } from '@tmt/shared/time.ts'

/** The last day of a term: `12月5日`; the year stands before it when it is not this year. */
export function sayDay(deadline: number, now: number) {
  const { year, month, day } = shanghai(deadline - 1)
  return `${year === shanghai(now).year ? '' : `${year}年`}${month}月${day}日`
}
