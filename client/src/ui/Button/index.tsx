import Taro from '@tarojs/taro'
import { Button as TaroButton } from '@tarojs/components'
import { ariaProps } from '../aria'
import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Reason } from './reason.tsx'
import type { ButtonProps } from './types.ts'
import styles from './index.module.scss'

export type { ButtonProps, PhoneNumberDetail } from './types.ts'

export function Button(props: ButtonProps) {
  const { kind = 'primary', disabledReason = null, busy = false, openType, label, children } = props
  const { block = kind === 'primary' || kind === 'danger' } = props
  const press = () => {
    if (disabledReason !== null) void Taro.showToast({ title: disabledReason, icon: 'none', duration: 3000 })
    else if (!busy) props.onClick?.()
  }
  return (
    <Box className={cx(styles.wrap, block && styles.block)}>
      <TaroButton
        className={cx(
          styles.button,
          styles[kind],
          disabledReason !== null && styles.off,
          busy && styles.busy,
        )}
        hoverClass={disabledReason !== null || busy ? 'none' : 'pressed'}
        onClick={press}
        {...(openType !== undefined && disabledReason === null && !busy ? { openType } : {})}
        onGetPhoneNumber={(event) => props.onGetPhoneNumber?.(event.detail)}
        {...ariaProps({
          role: 'button',
          label: disabledReason === null ? label : `${label ?? words(children)}，${disabledReason}`,
          disabled: disabledReason === null ? undefined : true,
          busy: busy || undefined,
        })}
      >
        {busy ? '请稍候…' : children}
      </TaroButton>
      {disabledReason !== null && <Reason>{disabledReason}</Reason>}
    </Box>
  )
}

const words = (children: ButtonProps['children']) => (typeof children === 'string' ? children : '')
