/** One line of a group's 接龙, as far as it could be read; a worker confirms or corrects it. */
export type ChainLine = {
  /** Of the pasted text, from 1. */
  line: number
  /** The line as it was pasted. */
  text: string
  name: string
  /** How many come, the one who wrote included. */
  headcount: number
  phone: string | null
  /** What a worker has to look at before it is confirmed. */
  doubts: Doubt[]
}
/** `nameless`: no name was found. `uncertain`: several numbers, or words that may belong to no name. `repeated`: the name or number stands above. `tooMany`: more people than one line may bring. */
export type Doubt = 'nameless' | 'uncertain' | 'repeated' | 'tooMany'

/** More is taken for a slip, or for a number that is no headcount. */
export const MAX_HEADCOUNT = 20
export const MAX_CHAIN_LINES = 500
export const MAX_CHAIN_NAME = 20

const words = '一二三四五六七八九十'
const NUMBER = String.raw`(\d{1,5}|[一两二三四五六七八九十])`
const UNIT = '(?:个人|人|位|个|口)'
/** `2人`, `共3位`, `家两口`, `+1` (one more), `×2`; the last two want no unit. */
const counted = new RegExp(String.raw`(?:一共|共|家|来|带)?\s*${NUMBER}\s*${UNIT}`, 'u')
const more = /\+\s*(\d{1,2})(?!\d)/u
const times = /[x×*]\s*(\d{1,2})(?!\d)/iu
const phones = /(?<!\d)(?:\+?86[\s-]?)?(1[3-9]\d)[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/gu

/** What stands over a chain, and what WeChat writes into it, is nobody's line. */
const heading =
  /^(?:#.*|接龙\S*|\S*接龙[\p{P}\s]*|群接龙.*|报名\p{P}*|报名人员\p{P}*|报名名单\p{P}*|例[如\s\p{P}].*|格式\p{P}.*|-{2,}|={2,})$/u
/** `1.`, `2、`, `3)`, `(4)`, `⑤`; also `6 ` before something that is no digit. */
const numbered =
  /^(?:\(\d{1,3}\)|\d{1,3}\s*[.、):](?!\d{3})|\d{1,3}\s+(?=\D)|\d{1,3}(?=\p{Script=Han})(?![人位个口名]))\s*/u

const isMark =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1F1E6}-\u{1F1FF}]|\u200B|\u200C|\u200D|\u200E|\u200F|\u2060|\uFE0E|\uFE0F|\u20E3|[\u{E0020}-\u{E007F}]/gu
/** Circled digits and full-width characters become plain ones; pictures fall away. */
function plain(text: string) {
  return text
    .replace(/[①-⑳]/gu, (c) => `${c.codePointAt(0)! - 0x2460 + 1}. `)
    .normalize('NFKC')
    .replace(isMark, ' ')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
function valueOf(digits: string) {
  if (digits === '两') return 2
  const at = words.indexOf(digits)
  return at < 0 ? Number(digits) : at + 1
}

function countIn(text: string): { headcount: number; rest: string } {
  const found = counted.exec(text)
  if (found) return { headcount: valueOf(found[1]!), rest: text.replace(found[0], ' ') }
  const added = more.exec(text)
  if (added) return { headcount: 1 + Number(added[1]), rest: text.replace(added[0], ' ') }
  const multiplied = times.exec(text)
  if (multiplied) return { headcount: Number(multiplied[1]), rest: text.replace(multiplied[0], ' ') }
  return { headcount: 1, rest: text }
}

/** What is left of a line once the numbers are taken out: the first word, without what is written around names. */
function nameIn(text: string) {
  const parts = text
    .split(/[\s,，.。、;；:：|/()（）【】[\]_~!！?？"'“”-]+/u)
    .filter(
      (part) => part !== '' && !/^(?:电话|手机|手机号|联系电话|报名|参加|人数|姓名|共|全家)$/u.test(part),
    )
  const name = (parts[0] ?? '').replace(/^(?:姓名|我是)/u, '').replace(/(?:报名|参加|家)$/u, '')
  return { name: Array.from(name).slice(0, MAX_CHAIN_NAME).join(''), others: parts.length - 1 }
}

function readLine(text: string, line: number): ChainLine | null {
  const said = plain(text)
  if (said === '' || heading.test(said)) return null
  const body = said.replace(numbered, '')
  if (body === '' || /^\d{1,3}[.、]?$/u.test(body)) return null
  const numbers = [...body.matchAll(phones)].map(([, a, b, c]) => `${a}${b}${c}`)
  const { headcount, rest } = countIn(body.replace(phones, ' '))
  const { name, others } = nameIn(rest)
  const doubts: Doubt[] = []
  if (!/\p{L}/u.test(name)) doubts.push('nameless')
  if (numbers.length > 1 || others > 0 || /\d/u.test(name)) doubts.push('uncertain')
  if (headcount < 1 || headcount > MAX_HEADCOUNT) doubts.push('tooMany')
  return {
    line,
    text: text.trim(),
    name: doubts.includes('nameless') ? '' : name,
    headcount: Math.min(Math.max(headcount, 1), MAX_HEADCOUNT),
    phone: numbers[0] ?? null,
    doubts,
  }
}

/**
 * Reads a pasted 接龙 of a group: one entry a line, in its order. Nothing is thrown away silently but headings and
 * empty lines; what may be the same person twice stays, with `repeated`. At most `MAX_CHAIN_LINES` entries.
 */
export function readChain(pasted: string): ChainLine[] {
  const seen = new Set<string>()
  const entries: ChainLine[] = []
  for (const [i, text] of pasted.split(/\r\n|\r|\n/u).entries()) {
    if (entries.length === MAX_CHAIN_LINES) break
    const entry = readLine(text, i + 1)
    if (!entry) continue
    const marks = [entry.phone, entry.name].filter((mark): mark is string => Boolean(mark))
    if (marks.some((mark) => seen.has(mark))) entry.doubts.push('repeated')
    for (const mark of marks) seen.add(mark)
    entries.push(entry)
  }
  return entries
}
