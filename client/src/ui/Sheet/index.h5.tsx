import { useEffect, useId, useRef } from 'react'
import { Icon } from '../Icon'
import { Press } from '../Press'
import { keepInside } from './trap.ts'
import type { SheetProps } from './types.ts'
import styles from './index.module.scss'

export type { SheetProps } from './types.ts'

export function Sheet(props: SheetProps) {
  return props.open ? <Dialog {...props} /> : null
}

/** A browser without modal dialogs (Safari before 15.4) shows it over the page; the trap holds there too. */
function Dialog({ title, onClose, children, actions }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  const id = useId()
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null) return
    const before = document.activeElement
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') keepInside(event, dialog)
      if (event.key !== 'Escape') return
      event.preventDefault()
      close.current()
    }
    const onCancel = (event: Event) => {
      event.preventDefault()
      close.current()
    }
    // A press on the shade lands on the dialog itself.
    const onPress = (event: Event) => {
      if (event.target === dialog) close.current()
    }
    dialog.addEventListener('keydown', onKey)
    dialog.addEventListener('cancel', onCancel)
    dialog.addEventListener('click', onPress)
    if (typeof dialog.showModal === 'function') dialog.showModal()
    dialog.focus()
    return () => {
      if (typeof dialog.close === 'function') dialog.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <div className={styles.layer}>
      <div className={styles.shade} />
      <dialog ref={ref} className={styles.sheet} aria-modal="true" aria-labelledby={id} tabIndex={-1}>
        <div className={styles.inner}>
          <div className={styles.head}>
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
            <Press className={styles.close} onClick={onClose} label="关闭">
              <Icon name="close" />
            </Press>
          </div>
          <div className={styles.body}>{children}</div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
      </dialog>
    </div>
  )
}
