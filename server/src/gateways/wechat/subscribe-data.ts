import { shanghai } from '@tmt/shared/time.ts'

const pad = (n: number) => String(n).padStart(2, '0')
/** `2026年12月3日 09:30`, which WeChat takes for `time` and `date` alike. */
function sayInstant(instant: number) {
  const { year, month, day, hour, minute } = shanghai(instant)
  return `${year}年${month}月${day}日 ${pad(hour)}:${pad(minute)}`
}
function cut(text: string, most: number) {
  const signs = Array.from(text.replace(/\s+/g, ' ').trim())
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`
}

/** The types of keys that a template of ours may have; WeChat has more. */
export const keyPattern = /^(thing|time|date|phrase|character_string)\d{1,2}$/

/**
 * What may stand in one blank of a subscribe message: WeChat refuses the whole message (47003) for one that is too
 * long or of another form. `thing` takes 20 characters, `phrase` five, `character_string` 32.
 */
export function fitted(key: string, value: string | number) {
  if (typeof value === 'number') return sayInstant(value)
  const most = key.startsWith('phrase') ? 5 : key.startsWith('character_string') ? 32 : 20
  return cut(value, most) || '无'
}
