import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import automator from 'miniprogram-automator'
import { freePort } from '../h5/product.ts'
import type { City } from './city.ts'
import { Screen } from './screen.ts'
import { until } from './waiting.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** The one path to set for WeChat DevTools: its `cli`. */
const CLI = process.env.WX_CLI ?? here('../host/cli')
const CLIENT = here('../../client')
const PICTURES = here('../out/journeys')

export type MiniProgram = Awaited<ReturnType<typeof automator.launch>>
export type Owner = {
  /** What WeChat knows the person by; letters and digits. */
  openid: string
  /** What WeChat's button hands over. */
  phone: string
}
type Options = {
  /** May still be starting: the phone starts beside it. */
  city: City | Promise<City>
  owner: Owner
  /** The project that is opened, and thrown away at the end; a copy of the client's own otherwise. */
  project?: string
  /** Whether pictures are kept; true unless told otherwise. */
  pictures?: boolean
}

/** The build in a folder of its own: DevTools opens no project twice, and every phone has its own storage. */
export function copyOfBuild() {
  const folder = mkdtempSync(join(tmpdir(), 'phone-'))
  cpSync(join(CLIENT, 'project.config.json'), join(folder, 'project.config.json'))
  cpSync(join(CLIENT, 'dist/weapp'), join(folder, 'dist/weapp'), { recursive: true })
  return folder
}

/** Typed by hand: these run inside of the mini-program, where `this.origin` is the API itself. */
type Replaced = { origin: (options: object) => unknown }
function askCity(this: Replaced, options: { url: string }, city: string) {
  return new Promise((resolve) => {
    const url = options.url.replace(/^https?:\/\/[^/]+/, city)
    this.origin({ ...options, url, success: resolve, fail: resolve, complete: undefined })
  })
}
function login(_options: object, openid: string) {
  const nonce = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
  return Promise.resolve({ code: `demo-login-${openid}-${nonce}`, errMsg: 'login:ok' })
}

const launch = async (folder: string) =>
  automator.launch({
    cliPath: CLI,
    projectPath: folder,
    port: await freePort(),
    timeout: 60_000,
    trustProject: true,
  })

/** A phone with the mini-program open, and the person who holds it. */
export class Phone {
  readonly mini: MiniProgram
  readonly screen: Screen
  readonly owner: Owner
  /** What the mini-program threw and nobody caught. */
  readonly exceptions: string[] = []
  private readonly folder: string
  private readonly keepsPictures: boolean
  private pictures = 0

  private constructor(mini: MiniProgram, owner: Owner, folder: string, keepsPictures: boolean) {
    this.keepsPictures = keepsPictures
    this.mini = mini
    this.owner = owner
    this.folder = folder
    this.screen = new Screen(mini)
    mini.on('exception', ({ message }: { message: string }) => this.exceptions.push(message))
  }

  static async open({ city, owner, project, pictures = true }: Options) {
    const folder = project ?? copyOfBuild()
    const mini = await launch(folder).catch((error: unknown) => {
      rmSync(folder, { recursive: true, force: true })
      throw error
    })
    const phone = new Phone(mini, owner, folder, pictures)
    try {
      await phone.answerAsWechat(await city)
      await mini.callWxMethod('clearStorageSync')
      await phone.openPage('/tabs/home/index')
    } catch (error) {
      await phone.close()
      throw new Error([(error as Error).message, ...phone.exceptions].join('\n'), { cause: error })
    }
    return phone
  }

  /** What WeChat itself would answer on a real phone, and where the API of this journey is. */
  private async answerAsWechat(city: City) {
    const { mini, owner } = this
    await mini.mockWxMethod('request', askCity, city.url)
    await mini.mockWxMethod('login', login, owner.openid)
    await mini.mockWxMethod('makePhoneCall', { errMsg: 'makePhoneCall:ok' })
  }

  /** Goes where there is no network, until it is told to come back to this city. */
  async goOffline() {
    await this.mini.mockWxMethod('request', { errMsg: 'request:fail' })
  }
  async comeBack(city: City) {
    await this.mini.restoreWxMethod('request')
    await this.mini.mockWxMethod('request', askCity, city.url)
  }

  /** Opens a page as a card in a chat does. */
  async openPage(url: string) {
    await this.mini.callWxMethod('reLaunch', { url })
    const path = url.replace(/^\/|\?.*$/g, '')
    await until(`the page ${path}`, async () => (await this.mini.currentPage())?.path === path)
  }

  /** What the page that is open would send to a chat: its title and path. */
  async cardOfPage(): Promise<{ title: string; path: string }> {
    const page = await this.screen.page()
    return (await page.callMethod('onShareAppMessage', { from: 'menu' })) as { title: string; path: string }
  }

  /** Of the phone's screen, in px. */
  async screenWidth() {
    const { screenWidth } = (await this.mini.systemInfo()) as { screenWidth: number }
    return screenWidth
  }

  /** Keeps a picture of the screen under e2e/out/journeys. */
  async picture(name: string) {
    if (!this.keepsPictures) return
    mkdirSync(PICTURES, { recursive: true })
    this.pictures += 1
    const path = join(PICTURES, `${this.owner.openid}-${String(this.pictures).padStart(2, '0')}-${name}.png`)
    await this.mini.screenshot({ path })
  }

  async close() {
    try {
      await this.mini.close()
    } finally {
      rmSync(this.folder, { recursive: true, force: true })
    }
  }
}
