import { shell } from './link.ts'

/** A dialog that WeChat itself would draw: it waits for the person, whom the automator plays. */
export type Dialog = {
  kind: 'modal' | 'authorize' | 'privacy' | 'share' | 'actionSheet'
  title: string
  content: string
  confirmText: string
  cancelText: string | null
}
type Open = Dialog & { answer(confirmed: boolean): void }
const open: Open[] = []

const draw = () => {
  const top = open.at(-1)
  shell('dialog', top ? { ...top, answer: undefined } : null)
}

/** Shows a dialog and waits until it is confirmed or cancelled. */
export function ask(dialog: Dialog): Promise<boolean> {
  return new Promise((resolve) => {
    open.push({ ...dialog, answer: resolve })
    draw()
  })
}

/** Answers the topmost dialog of these kinds. Throws when none is open. */
export function answer(kinds: Dialog['kind'][], confirmed: boolean) {
  const at = open.findLastIndex((dialog) => kinds.includes(dialog.kind))
  const [dialog] = at < 0 ? [] : open.splice(at, 1)
  if (!dialog) throw new Error(`no ${kinds.join(' or ')} dialog is open`)
  draw()
  dialog.answer(confirmed)
}
