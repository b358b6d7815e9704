import type automator from 'miniprogram-automator'
import * as find from './find.ts'
import { until } from './waiting.ts'

type MiniProgram = Awaited<ReturnType<typeof automator.launch>>
type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>
type Typed = Element & { input(text: string): Promise<void> }

/** What a person sees and does on the screen of a phone. */
export class Screen {
  private readonly mini: MiniProgram
  constructor(mini: MiniProgram) {
    this.mini = mini
  }

  async page(): Promise<Page> {
    const page = await this.mini.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }
  /** Waits for a page to be the one that is seen. */
  at(path: string) {
    return until(`the page ${path}`, async () => {
      const page = await this.page()
      return page.path === path ? page : null
    })
  }

  /** Everything that is found and drawn; what only a screen reader is told measures 1 px. */
  private async drawn(path: string): Promise<Element[]> {
    const all = (await (await this.page()).getElementsByXpath(path)) as Element[]
    const sizes = await Promise.all(all.map((element) => element.size()))
    return all.filter((_, at) => Number(sizes[at]?.width) > 1 && Number(sizes[at]?.height) > 1)
  }
  private async shown(path: string): Promise<Element | null> {
    return (await this.drawn(path))[0] ?? null
  }
  allControls() {
    return this.drawn(find.CONTROLS)
  }
  /** What has words of its own. */
  allWords() {
    return this.drawn(find.WITH_WORDS)
  }
  async scrollToEnd() {
    await this.mini.pageScrollTo(100_000)
  }
  /** Waits until nothing on the page is still being read or sent. */
  async settled() {
    await until('the page to come to rest', async () => !(await this.shown(find.BUSY)))
  }
  private wait(what: string, path: string) {
    return until(what, () => this.shown(path))
  }

  control(words: string) {
    return this.wait(`a control "${words}"`, find.control(words))
  }
  /** Presses what bears exactly these words, else what has them in its name. */
  press(words: string) {
    return this.pressAt(words, find.bestControl(words))
  }
  pressInDialog(words: string) {
    return this.pressAt(words, find.dialog(find.control(words)))
  }
  private async pressAt(words: string, path: string) {
    await until(`"${words}" to press`, async () => {
      const element = await this.shown(path)
      // Drawn anew between finding and pressing: it is looked for once more.
      await element?.tap()
      return element
    })
  }

  /** Types into the field with this label, replacing what stands there. */
  async type(label: string, text: string) {
    await this.typeAt(label, find.field(label), text)
  }
  async typeInDialog(text: string) {
    await this.typeAt('the dialog', find.dialog('//*[self::input or self::textarea]'), text)
  }
  private async typeAt(label: string, path: string, text: string) {
    const field = (await this.wait(`a field "${label}"`, path)) as Typed
    await field.input(text)
  }
  /** Turns the wheel of a picker to a value. */
  async choose(label: string, value: string | number) {
    const picker = await this.wait(`a picker "${label}"`, find.picker(label))
    await picker.trigger('change', { value })
  }

  /** Waits until these words stand on the page. */
  async sees(text: string) {
    await this.wait(`the words "${text}"`, find.words(text))
  }
  async showsNow(text: string) {
    return (await this.shown(find.words(text))) !== null
  }
}
