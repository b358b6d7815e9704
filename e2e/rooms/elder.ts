import type { Phone } from './phone.ts'
import type { Element } from './screen.ts'

/** What the large mode promises: the smallest type and the smallest thing to press, in px of the screen. */
const TYPE = 18
const TARGET = 60
/** Of a picture of 60 px that stands at a half. */
const ROUNDING = 0.5

export async function switchOn({ screen }: Phone) {
  await screen.at('tabs/home/index')
  await screen.press('长辈版')
  await screen.sees('已开')
}

const inScreen = async (element: Element, width: number) => {
  const { left } = (await element.offset()) as { left: number }
  const size = await element.size()
  return left >= -ROUNDING && left + Number(size.width) <= width + ROUNDING
}

/** What breaks the promise on the page that is open, in words. */
export async function barriers({ screen }: Phone, width: number): Promise<string[]> {
  const texts = await screen.allWords()
  const controls = await screen.allControls()
  const small = texts.map(async (element) => {
    const size = Number.parseFloat(await element.style('font-size'))
    const words = String(await element.text()).trim()
    const problems = size < TYPE ? [`"${words}" in ${size} px`] : []
    return (await inScreen(element, width)) ? problems : [...problems, `"${words}" sticks out`]
  })
  const narrow = controls.map(async (element) => {
    const { width: across, height } = await element.size()
    const least = Math.min(Number(across), Number(height))
    const name = (await element.attribute('aria-label')) || (await element.text())
    return least < TARGET - ROUNDING ? [`"${String(name)}" is ${across} × ${height} px`] : []
  })
  if (texts.length === 0) return ['no words at all']
  return [...new Set((await Promise.all([...small, ...narrow])).flat())]
}
