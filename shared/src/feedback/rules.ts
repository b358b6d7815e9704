import { type Calendar, nextWorkday } from '../calendar/rules.ts'
import { DAY, startOfDay } from '../time.ts'
import type { Kind } from './contract.ts'

/** How many working days an answer takes at most, and who says so. */
export const answerWithin: Record<Kind, { days: number; source: string }> = {
  // 对网民的纠错意见在 3 个工作日内答复.
  error: { days: 3, source: '《政府网站发展指引》（国办发〔2017〕47号）' },
  suggestion: { days: 15, source: '泰民通的承诺' },
  praise: { days: 15, source: '泰民通的承诺' },
  other: { days: 15, source: '泰民通的承诺' },
}

/**
 * First instant after so many working days; the day itself does not count (《民法典》第二百零一条). In a year whose
 * holidays are not known yet, Monday to Friday: the promise is kept without them.
 */
export function answerDeadline(kind: Kind, now: number, calendar: Calendar) {
  let day = startOfDay(now)
  for (let left = answerWithin[kind].days; left > 0; left -= 1) day = nextWorkday(day, calendar)
  return day + DAY
}

/** Why an opinion can't be sent, or null: who is a guest can't be found again for an answer. */
export function obstacleToSend(opinion: { wantsAnswer: boolean }, signedIn: boolean) {
  return opinion.wantsAnswer && !signedIn ? 'signInForAnswer' : null
}
export function obstacleToCorrect(opinion: { answer: string | null; correction: string | null }) {
  if (opinion.answer === null) return 'notAnswered'
  return opinion.correction === null ? null : 'corrected'
}
