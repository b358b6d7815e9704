import type { AppConfig, Device, FromView, PageConfig, ToView } from '../wire.ts'
import { asks } from './asks.ts'
import { PageView } from './page.ts'
import { Screen, type Dialog, type Toast } from './screen.ts'

type Given = { app: AppConfig; device: Device; styles: Record<string, string> }
const given = (window as unknown as { __given: Given }).__given

const socket = new WebSocket(`ws://${location.host}/view${location.search}`)
const tell = (message: FromView) => socket.send(JSON.stringify(message))
const screen = new Screen(given.app, given.device, (what, ...args) => tell({ kind: 'shell', what, args }))
const pages = new Map<number, PageView>()

type Shell = (...args: never[]) => void
const shell: Record<string, Shell> = {
  open: (id: number, path: string, config: PageConfig, tab: boolean) => {
    const frame = screen.open(id, path, config, tab)
    pages.set(id, new PageView(id, path, frame, { device: given.device, styles: given.styles, tell }))
  },
  show: (id: number, depth: number) => screen.show(id, depth),
  close: (id: number) => {
    pages.delete(id)
    screen.close(id)
  },
  title: (id: number, title: string) => screen.title(id, title),
  colors: (id: number, color: string, background: string) => screen.colors(id, color, background),
  toast: (toast: Toast | null) => screen.toast(toast),
  dialog: (dialog: Dialog | null) => screen.dialog(dialog),
}

function answer({ id, page, what, args }: Extract<ToView, { kind: 'ask' }>) {
  try {
    const view = pages.get(page)
    if (!view) throw new Error('the page is closed')
    const ask = asks[what]
    if (!ask) throw new Error(`the view does not know ${what}`)
    tell({ kind: 'answer', id, value: ask(view, ...(args as never[])) ?? null })
  } catch (error) {
    tell({ kind: 'answer', id, error: (error as Error).message })
  }
}

socket.onmessage = ({ data }) => {
  const message = JSON.parse(String(data)) as ToView
  if (message.kind === 'ask') answer(message)
  else if (message.kind === 'ops') pages.get(message.page)?.apply(message.ops)
  else shell[message.what]?.(...(message.args as never[]))
}
