import type { AppConfig, Device, PageConfig } from '../wire.ts'
import { SCREEN_STYLE } from './screen-style.ts'

type Bar = { title: string; color: string; background: string; custom: boolean; tab: boolean; path: string }
export type Dialog = {
  kind: string
  title: string
  content: string
  confirmText: string
  cancelText: string | null
}
export type Toast = { title: string; icon: string; duration: number }

const make = (parent: HTMLElement, className: string, text = '') => {
  const element = document.createElement('div')
  element.className = className
  element.textContent = text
  parent.append(element)
  return element
}

/** What the phone and WeChat draw around a page: status bar, navigation bar, tab bar, dialogs and toasts. */
export class Screen {
  private readonly app: AppConfig
  private readonly device: Device
  private readonly bars = new Map<number, Bar>()
  private readonly frames = new Map<number, HTMLIFrameElement>()
  private readonly root: HTMLElement
  private readonly navigation: HTMLElement
  private readonly stage: HTMLElement
  private readonly tabs: HTMLElement
  private readonly above: HTMLElement
  private readonly say: (what: string, ...args: unknown[]) => void
  private shown = 0
  private toastTimer = 0

  constructor(app: AppConfig, device: Device, say: (what: string, ...args: unknown[]) => void) {
    this.app = app
    this.device = device
    this.say = say
    const style = document.createElement('style')
    style.textContent = SCREEN_STYLE
    document.head.append(style)
    this.root = make(document.body, 'screen')
    this.stage = make(this.root, 'stage')
    this.navigation = make(this.root, 'navigation')
    this.tabs = make(this.root, 'tabs')
    this.above = make(this.root, 'above')
  }

  /** Adds the frame of a new page, which stays unseen until it is shown. */
  open(id: number, path: string, config: PageConfig, tab: boolean) {
    const frame = document.createElement('iframe')
    const custom = config.navigationStyle === 'custom'
    const top = custom ? 0 : this.device.statusBar + this.device.navigationBar
    const native = tab && this.app.tabBar && !this.app.tabBar.custom
    const bottom = native ? this.device.tabBar + this.device.safeBottom : 0
    frame.style.cssText = `top:${top}px;height:${this.device.height - top - bottom}px`
    frame.style.background = config.backgroundColor ?? '#fff'
    this.stage.append(frame)
    this.frames.set(id, frame)
    this.bars.set(id, {
      title: config.navigationBarTitleText ?? '',
      color: config.navigationBarTextStyle === 'black' ? '#000' : '#fff',
      background: config.navigationBarBackgroundColor ?? '#000',
      custom,
      tab,
      path,
    })
    return frame
  }
  show(id: number, depth: number) {
    this.shown = id
    for (const [other, frame] of this.frames) frame.classList.toggle('shown', other === id)
    this.drawNavigation(depth)
    this.drawTabs()
  }
  close(id: number) {
    this.frames.get(id)?.remove()
    this.frames.delete(id)
    this.bars.delete(id)
  }
  title(id: number, title: string) {
    const bar = this.bars.get(id)
    if (bar) bar.title = title
    if (id === this.shown) this.navigation.querySelector('.title')!.textContent = title
  }
  colors(id: number, color: string, background: string) {
    const bar = this.bars.get(id)
    if (!bar) return
    Object.assign(bar, { color, background })
    if (id !== this.shown) return
    this.navigation.style.color = color
    this.navigation.style.background = background
  }

  private drawNavigation(depth: number) {
    const bar = this.bars.get(this.shown)
    this.navigation.textContent = ''
    if (!bar) return
    this.navigation.style.color = bar.color
    this.navigation.style.background = bar.custom ? 'none' : bar.background
    make(this.navigation, 'status', '9:41')
    if (!bar.custom && depth > 1) make(this.navigation, 'back', '‹').onclick = () => this.say('back')
    make(this.navigation, 'title', bar.custom ? '' : bar.title)
    make(this.navigation, 'capsule', '•••   ◎')
  }
  private drawTabs() {
    const bar = this.bars.get(this.shown)
    const tabBar = this.app.tabBar
    this.tabs.textContent = ''
    this.tabs.hidden = !bar?.tab || !tabBar || Boolean(tabBar.custom)
    if (this.tabs.hidden || !tabBar) return
    for (const { pagePath, text } of tabBar.list) {
      const item = make(this.tabs, 'tab', text)
      item.style.color = (pagePath === bar?.path ? tabBar.selectedColor : tabBar.color) ?? '#000'
      item.onclick = () => this.say('tab', pagePath)
    }
  }

  toast(toast: Toast | null) {
    clearTimeout(this.toastTimer)
    this.above.querySelector('.toast')?.remove()
    if (!toast) return
    const box = make(this.above, 'toast')
    const mark = { success: '✓', error: '✕', loading: '◌' }[toast.icon]
    if (mark) make(box, 'mark', mark)
    make(box, '', toast.title)
    if (toast.duration > 0) this.toastTimer = window.setTimeout(() => box.remove(), toast.duration)
  }
  dialog(dialog: Dialog | null) {
    this.above.querySelector('.shade')?.remove()
    if (!dialog) return
    const box = make(make(this.above, 'shade'), 'dialog')
    if (dialog.title) make(box, 'heading', dialog.title)
    make(box, 'content', dialog.content)
    const buttons = make(box, 'buttons')
    if (dialog.cancelText !== null) make(buttons, 'button', dialog.cancelText)
    make(buttons, 'button confirm', dialog.confirmText)
  }
}
