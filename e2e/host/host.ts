import { Worker } from 'node:worker_threads'
import type { Browser, Page } from 'playwright-core'
import type { WebSocket } from 'ws'
import { openBrowser } from '../h5/browser.ts'
import { bundle } from './bundle.ts'
import { readProject } from './compile/project.ts'
import { compileStyles } from './compile/styles.ts'
import { compileTemplates } from './compile/templates.ts'
import { allowedHosts } from './network.ts'
import { serveView, type ViewServer } from './view-server.ts'
import type { FromService, ToService } from './wire.ts'
import type { WorkerData } from './worker.ts'

export type HostOptions = {
  /** A folder with project.config.json. */
  project: string
  /** Hosts beside this machine that the app may reach, comma-separated. */
  hosts?: string | undefined
  /** How long the app may take for one answer, in ms; a page that loops forever must not hold the client. */
  patience: number
  /** Prints the app's console. */
  verbose?: boolean
  /** Tells an event of the automator's protocol. */
  emit(method: string, params: unknown): void
  /** The browser or the app's realm is gone. */
  died(why: string): void
}

const BOOT = 15_000

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

/** One running mini-program: its realm, its view, and the browser that draws it. */
export class Host {
  private readonly options: HostOptions
  private browser: Browser | undefined
  private page: Page | undefined
  private server: ViewServer | undefined
  private socket: WebSocket | undefined
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0
  private stopped = false
  private started: ((error?: Error) => void) | undefined

  constructor(options: HostOptions) {
    this.options = options
  }

  /** Compiles and starts the app; resolves when its first page is open. Throws what is wrong with the build. */
  async start() {
    const project = readProject(this.options.project)
    const [browser, service, view] = await Promise.all([openBrowser(), bundle('service'), bundle('view')])
    this.browser = browser
    if (this.stopped) return await browser.close()
    const { source, warnings } = compileTemplates(project)
    for (const warning of warnings) process.stderr.write(`${warning}\n`)
    this.server = await serveView(project, compileStyles(project), view)
    await this.openView(browser, this.server, project.manifest.device)
    const { hosts, verbose = false } = this.options
    const data: WorkerData = { project, templates: source, service, hosts: allowedHosts(hosts), verbose }
    await this.openService(data)
  }

  private async openView(
    browser: Browser,
    server: ViewServer,
    device: { width: number; height: number; pixelRatio: number },
  ) {
    const { width, height, pixelRatio } = device
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: pixelRatio,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    this.page = await context.newPage()
    this.page.on('pageerror', (error) => process.stderr.write(`view: ${error.stack ?? error.message}\n`))
    browser.on('disconnected', () => this.end('the browser is gone'))
    await this.page.goto(server.address, { timeout: BOOT })
    this.socket = await server.view
    this.socket.on('message', (text) =>
      this.toService({ from: 'view', message: JSON.parse((text as Buffer).toString('utf8')) as never }),
    )
  }

  private openService(data: WorkerData) {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: data })
    this.worker = worker
    worker.on('message', (text: string) => this.fromService(JSON.parse(text) as FromService))
    worker.on('error', (error) => {
      this.started?.(error)
      this.end(`the app's realm broke: ${error.stack ?? error.message}`)
    })
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the app did not start')), BOOT)
      this.started = (error) => {
        clearTimeout(timer)
        if (error) reject(error)
        else resolve()
      }
    })
  }

  private toService(message: ToService) {
    this.worker?.postMessage(JSON.stringify(message))
  }
  private fromService(message: FromService) {
    if (message.to === 'view') this.socket?.send(JSON.stringify(message.message))
    else if (message.to === 'client') this.options.emit(message.method, message.params)
    // What failed at the start was told as an exception too; the client sees an app without pages.
    else if (message.to === 'started') this.started?.()
    else if (message.to === 'reply') {
      const { id, result, error } = message
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      clearTimeout(waiting?.timer)
      if (error === undefined) waiting?.resolve(result)
      else waiting?.reject(new Error(error))
    }
  }

  /** Asks the app's realm, as the client would. */
  ask(method: string, params: Record<string, unknown>): Promise<unknown> {
    if (this.stopped || !this.worker) return Promise.reject(new Error('the mini-program is closed'))
    const id = (this.asked += 1)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id)
        reject(new Error(`${method}: the mini-program did not answer within ${this.options.patience} ms`))
      }, this.options.patience)
      this.waiting.set(id, { resolve, reject, timer })
      this.toService({ from: 'client', id, method, params })
    })
  }

  /** The whole screen as a PNG, in base64. */
  async screenshot() {
    if (!this.page) throw new Error('the mini-program is closed')
    const picture = await this.page.screenshot({ timeout: BOOT })
    return picture.toString('base64')
  }

  private end(why: string) {
    if (!this.stopped) this.options.died(why)
  }
  /** Ends the realm and the browser. Whoever waits for an answer is told. */
  async stop() {
    if (this.stopped) return
    this.stopped = true
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer)
      reject(new Error('the mini-program is closed'))
    }
    this.waiting.clear()
    await this.worker?.terminate()
    await this.browser?.close()
    await this.server?.close()
  }
}
