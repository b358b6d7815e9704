import { readEnd, readSpan, readText, readTime } from '../spoken.ts'
import { sayAudience } from './audience-rules.ts'
import type { NoticeWords } from './contract.ts'

/** A village loudspeaker is understood slowly: four syllables a second, and a breath at each stop. */
const SYLLABLE = 0.25
const BREATH = 0.4
/** Longer than that nobody listens. */
export const LONGEST_SECONDS = 90

/** How long it takes to read aloud. */
export function secondsOf(spoken: string) {
  const stops = spoken.match(/[，。、]/g)?.length ?? 0
  return spoken.replace(/[，。、\n]/g, '').length * SYLLABLE + stops * BREATH
}

type Broadcast = {
  text: string
  /** Rounded up. */
  seconds: number
  /** What did not fit was left out, and the text says where the rest is. */
  shortened: boolean
}
type Told = NoticeWords & { divisionName: string }

function readWhen({ startsAt, endsAt }: Told, now: number) {
  if (startsAt !== null && endsAt !== null) return `时间是${readSpan(startsAt, endsAt, now)}。`
  if (startsAt !== null) return `从${readTime(startsAt, now)}开始。`
  return endsAt === null ? '' : `请在${readEnd(endsAt, now)}前办。`
}
/** Those who need not listen on hear it first. */
function readAudience(n: Told) {
  const audience = sayAudience(n, true)
  return audience === null
    ? ''
    : `这是给${readText(audience.replaceAll(/[ ，]/g, '')).replaceAll('。', '')}居民的通知。`
}
/** Whole sentences, then clauses of the next one, as long as they fit. */
function fitting(body: string, room: number) {
  let said = ''
  for (const sentence of body.match(/[^。]*。/g) ?? []) {
    if (secondsOf(said + sentence) <= room) {
      said += sentence
      continue
    }
    for (const clause of sentence.match(/[^，]*[，。]/g) ?? []) {
      if (secondsOf(said + clause) > room) break
      said += clause
    }
    break
  }
  return said.replace(/[，、]$/, '。')
}
const ended = (words: string) => (words === '' || words.endsWith('。') ? words : `${words}。`)

/** What is read over the village's loudspeaker: said twice, in ninety seconds at most. */
export function broadcastOf(n: Told, now: number): Broadcast {
  const title = readText(n.title).replaceAll('。', '，').replace(/，$/, '')
  const from = `${readText(n.divisionName).replaceAll('。', '')}通知。`
  const head = `${from}${readAudience(n)}${ended(title)}${readWhen(n, now)}`
  const call = n.phone === null ? '' : `有事请打电话，${readText(n.phone)}。`
  const rest = '其他内容请看公告栏。'
  const say = (once: string) => `各位居民请注意。${once}下面再说一遍。${once}通知完毕。`
  const body = ended(readText(n.body))
  const whole = say(head + body + call)
  if (secondsOf(whole) <= LONGEST_SECONDS)
    return { text: whole, seconds: Math.ceil(secondsOf(whole)), shortened: false }
  // The telephone number gives way last but one; when, where and what never do.
  const tail = [rest + call, rest].find((words) => secondsOf(say(head + words)) <= LONGEST_SECONDS) ?? ''
  const room = (LONGEST_SECONDS - secondsOf(say(head + tail))) / 2
  const text = say(head + fitting(body, room) + tail)
  return { text, seconds: Math.ceil(secondsOf(text)), shortened: true }
}
