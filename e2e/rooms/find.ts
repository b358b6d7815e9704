/**
 * How things on a page are found: by the words that a person reads or hears, in XPath, which reaches into Taro's own
 * components. All that a journey finds is found by these few expressions.
 */
const quoted = (words: string) => (words.includes('"') ? `'${words}'` : `"${words}"`)
/** Its label, or without one what stands in it. */
const named = (words: string) =>
  `[contains(@aria-label, ${quoted(words)}) or (not(@aria-label) and contains(normalize-space(.), ${quoted(words)}))]`
const namedExactly = (words: string) =>
  `[@aria-label=${quoted(words)} or (not(@aria-label) and normalize-space(.)=${quoted(words)})]`

const PRESSED = ['button', 'switch', 'radio', 'tab', 'checkbox', 'link']
const role = PRESSED.map((one) => `@aria-role="${one}"`).join(' or ')

export const CONTROLS = `//*[${role} or self::button]`
export const WITH_WORDS = '//*[text()[normalize-space()]]'
/** What a button says while it is at work; it takes no press then. WeChat has no `aria-busy`. */
const AT_WORK = '[contains(normalize-space(.), "请稍候")]'
const READY = `${CONTROLS}[not(self::*${AT_WORK})]`
/** What is still being read or sent. */
export const BUSY = `//*[@aria-label="正在读取"] | ${CONTROLS}${AT_WORK}`
export const control = (words: string) => READY + named(words)
/** What bears exactly these words; only where there is none, what has them in its name. One question, one moment. */
export const bestControl = (words: string) => {
  const exactly = READY + namedExactly(words)
  return `${exactly} | ${control(words)}[not(${exactly})]`
}
export const field = (label: string) => `//*[self::input or self::textarea]${named(label)}`
export const picker = (label: string) => `//picker[.//*${named(label)}]`
export const words = (text: string) => `//*[contains(normalize-space(.), ${quoted(text)})]`
export const dialog = (path: string) => `//*[@aria-role="dialog"]${path}`
