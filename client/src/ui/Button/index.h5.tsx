import { useId, useState } from 'react'
import { shareLink } from '../../platform/share-link'
import { cx } from '../cx.ts'
import { Reason } from './reason.tsx'
import type { ButtonProps } from './types.ts'
import styles from './index.module.scss'

export type { ButtonProps, PhoneNumberDetail } from './types.ts'

const shared = {
  shared: '',
  closed: '',
  copied: '网址已复制，可以粘贴到微信里发给别人',
  failed: '没有分享出去，也可以复制网址发给别人',
}

async function shareThisPage() {
  return shareLink === null ? '' : shared[await shareLink(document.title, location.href)]
}

export function Button(props: ButtonProps) {
  const { kind = 'primary', disabledReason = null, busy = false, openType, label, children } = props
  const { block = kind === 'primary' || kind === 'danger' } = props
  const id = useId()
  const [said, setSaid] = useState('')
  const told = disabledReason !== null && said.trim() === disabledReason
  if (openType === 'getPhoneNumber') return null
  const press = () => {
    if (disabledReason !== null) {
      // The same text twice would not be read twice.
      setSaid((before) => (before === disabledReason ? `${disabledReason} ` : disabledReason))
    } else if (busy) return
    else if (openType === 'share' && !props.onClick) void shareThisPage().then(setSaid)
    else props.onClick?.()
  }
  return (
    <div className={cx(styles.wrap, block && styles.block)}>
      <button
        type="button"
        className={cx(
          styles.button,
          styles[kind],
          disabledReason !== null && styles.off,
          busy && styles.busy,
        )}
        onClick={press}
        aria-label={label}
        aria-disabled={disabledReason !== null || undefined}
        aria-busy={busy || undefined}
        aria-describedby={disabledReason === null ? undefined : id}
      >
        {busy ? '请稍候…' : children}
      </button>
      {disabledReason !== null && (
        <Reason id={id} told={told}>
          {disabledReason}
        </Reason>
      )}
      {(disabledReason !== null || openType === 'share') && (
        <div role="status" className={disabledReason === null && said !== '' ? styles.said : styles.unseen}>
          {disabledReason === null || told ? said : ''}
        </div>
      )}
    </div>
  )
}
