import { shanghai, startOfDay } from './time.ts'

// Numbers and times as they are read aloud, for what is heard and not seen.

const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千'] as const

/** `105` 一百零五, `12` 十二; up to 9999. */
export function readNumber(n: number): string {
  if (n === 0) return '零'
  const figures = String(n).split('')
  let said = ''
  let gap = false
  for (const [place, digit] of figures.entries()) {
    const unit = units[figures.length - 1 - place]!
    if (digit === '0') gap = true
    else {
      said += `${gap ? '零' : ''}${digits[Number(digit)]}${unit}`
      gap = false
    }
  }
  return said.replace(/^一十/, '十').replace(/^二千/, '两千')
}
/** Figure by figure; in telephone numbers 1 is 幺. */
export function readDigits(figures: string, phone = false) {
  const said = figures
    .split('')
    .map((c) => digits[Number(c)] ?? '')
    .join('')
  return phone ? said.replaceAll('一', '幺') : said
}

const parts = [
  [6, '凌晨'],
  [9, '早上'],
  [12, '上午'],
  [13, '中午'],
  [18, '下午'],
  [25, '晚上'],
] as const
/** `下午五点半`, `晚上十二点` (24:00). */
export function readClock(hour: number, minute: number) {
  const part = parts.find(([until]) => hour < until)![1]
  const twelve = hour > 12 ? hour - 12 : hour
  const said = twelve === 2 ? '两' : readNumber(twelve)
  if (minute === 0) return `${part}${said}点`
  if (minute === 30) return `${part}${said}点半`
  return `${part}${said}点${minute < 10 ? '零' : ''}${readNumber(minute)}分`
}
const weekdays = '日一二三四五六'
/** `十月十三日星期二`; the year before it when it is not this year. */
function readDay(instant: number, now: number) {
  const { year, month, day, weekday } = shanghai(instant)
  const other = year === shanghai(now).year ? '' : `${readDigits(String(year))}年`
  return `${other}${readNumber(month)}月${readNumber(day)}日星期${weekdays[weekday]}`
}
export function readTime(instant: number, now: number) {
  const { hour, minute } = shanghai(instant)
  return `${readDay(instant, now)}${readClock(hour, minute)}`
}
/** Where something ends: midnight is said of the day that it ends. */
export function readEnd(end: number, now: number) {
  return startOfDay(end) === end ? `${readDay(end - 1, now)}${readClock(24, 0)}` : readTime(end, now)
}
/** From one instant to another, the day said once when both are on the same day. */
export function readSpan(start: number, end: number, now: number) {
  const ending = readEnd(end, now)
  const sameDay = startOfDay(start) === startOfDay(end - 1)
  return `${readTime(start, now)}到${sameDay ? ending.slice(readDay(end - 1, now).length) : ending}`
}

/** Whole and broken numbers, however long: from five figures on, figure by figure. */
function readAmount(text: string) {
  const [whole = '', part] = text.split('.')
  const said = whole.length > 4 || /^0\d/.test(whole) ? readDigits(whole) : readNumber(Number(whole))
  return part ? `${said}点${readDigits(part)}` : said
}
const clock = '([01]?\\d|2[0-4])[:：]([0-5]\\d)'
const until = '\\s*(?:[-–—~～至到])\\s*'
const number = '\\d+(?:\\.\\d+)?'
// No lookbehind: iOS before 16.4 refuses a whole script for it.
const readings: [RegExp, (...found: string[]) => string][] = [
  [/https?:\/\/[\w./?=&#%:-]+/g, () => ''],
  [/(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, (_, y, m, d) => `${readDigits(y)}年${Number(m)}月${Number(d)}日`],
  [/(\d{4})年/g, (_, year) => `${readDigits(year)}年`],
  [
    new RegExp(`${clock}${until}${clock}`, 'g'),
    (_, h, m, h2, m2) => `${readClock(Number(h), Number(m))}到${readClock(Number(h2), Number(m2))}`,
  ],
  [new RegExp(clock, 'g'), (_, h, m) => readClock(Number(h), Number(m))],
  // Telephone numbers with their dashes, and other long figures.
  [/0\d{2,3}-\d{7,8}|400-\d{3}-\d{4}/g, (phone) => readDigits(phone.replaceAll('-', ''), true)],
  [/(^|[^\d.])(\d{5,})(?![\d.])/g, (_, before, figures) => `${before}${readDigits(figures, true)}`],
  [
    new RegExp(`(${number})(%?)${until}(${number})%`, 'g'),
    (_, from, _mark, to) => `百分之${readAmount(from)}到百分之${readAmount(to)}`,
  ],
  [new RegExp(`(${number})\\s*[%％]`, 'g'), (_, n) => `百分之${readAmount(n)}`],
  [new RegExp(`[¥￥]\\s*(${number})`, 'g'), (_, n) => `${readAmount(n)}元`],
  [
    new RegExp(`(${number})${until}(${number})`, 'g'),
    (_, from, to) => `${readAmount(from)}到${readAmount(to)}`,
  ],
  [/(^|[^\d.])2(?=[个次天位户张份小周种件名箱袋瓶家座条点])/g, (_, before) => `${before}两`],
  [new RegExp(number, 'g'), (n) => readAmount(n)],
  [/℃/g, () => '摄氏度'],
  [/㎡|m²/g, () => '平方米'],
  [/m³/g, () => '立方米'],
  [/[kK][gG]/g, () => '公斤'],
  [/[“”"「」『』《》【】\u200b]/g, () => ''],
  [/[（()）[\]·|｜]/g, () => '，'],
  [/\//g, () => '或'],
  [/[ \t]+/g, () => ''],
  [/[,]/g, () => '，'],
  [/[;；:：]/g, () => '，'],
  [/[!！?？]/g, () => '。'],
  [/\n+/g, () => '。'],
  // One pause at a time, the longer one where two meet, none at the beginning.
  [/[，。、]*。[，。、]*/g, () => '。'],
  [/，[，、]*/g, () => '，'],
  [/^[，。、]+/g, () => ''],
]
const fullWidth = /[０-９]/g

/** Any text as it is read aloud: no figure, no bracket and no address is left in it. */
export function readText(text: string) {
  const plain = text.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  return readings.reduce((said, [pattern, read]) => said.replace(pattern, read), plain.trim())
}
