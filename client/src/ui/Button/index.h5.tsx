import { useId, useState } from 'react'
import { shareLink } from '../../platform/share-link'
import { cx } from '../cx.ts'
import { Reason } from './reason.tsx'
import type { ButtonProps } from './types.ts'
import styles from './index.module.scss'

export type { ButtonProps, PhoneNumberDetail } from './types.ts'

const shared = {
  shared: '',
  copied: '网址已复制,可以粘贴到微信里发给别人',
  failed: '没能复制,请用浏览器的分享',
}

async function shareThisPage() {
  return shareLink === null ? '' : shared[await shareLink(document.title, location.href)]
}

export function Button(props: ButtonProps) {
  const { kind = 'primary', disabledReason = null, busy = false, openType, label, children } = props
  const { block = kind === 'primary' || kind === 'danger' } = props
  const id = useId()
  const [said, setSaid] = useState('')
  if (openType === 'getPhoneNumber') return null
  const press = () => {
    if (disabledReason !== null)
      setSaid((before) => (before === disabledReason ? `${disabledReason} ` : disabledReason))
    else if (busy) return
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
        <Reason id={id} told={said !== ''}>
          {disabledReason}
        </Reason>
      )}
      <div role="status" className={disabledReason === null && said !== '' ? styles.said : styles.unseen}>
        {said}
      </div>
    </div>
  )
}
