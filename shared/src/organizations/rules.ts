import { DAY } from '../time.ts'

/** How long a card counts as right after somebody made sure of it. Our own rule: the sources name none. */
export const CHECK_EVERY = 365 * DAY
/** How long before that staff are reminded, and within what time a number that nobody answers is looked after (our own). */
export const ASK_AHEAD = 14 * DAY
export const CHECK_REPORTED_WITHIN = 3 * DAY

/** Whether staff should make sure again: the first instant after the time is over, or as soon as somebody complained. */
export function checkDue(card: { checkedAt: number; reports: number }, now: number) {
  return card.reports > 0 || now >= card.checkedAt + CHECK_EVERY
}

const landline = /^0\d{2,3}-\d{7,8}(-\d{1,6})?$/
const nationwide = /^[48]00-\d{3}-\d{4}$/
/** Service numbers: 110, 12348, 96 and five-digit ones of banks and utilities. */
const service = /^(1[12]\d|12\d{3}|9\d{4,5})$/
/** Whether it is a number of an office. A mobile number never is: it is somebody's own. */
export function isOfficePhone(phone: string) {
  return landline.test(phone) || nationwide.test(phone) || service.test(phone)
}

/** Whether somebody's mobile number stands in the text, with spaces or hyphens in it too. */
export function holdsMobile(text: string) {
  return /(?<!\d)1[3-9]\d([ -]?\d){8}(?!\d)/.test(text)
}
