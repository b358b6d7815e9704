import type { ReactNode } from 'react'

/** What WeChat hands over when the person lets us read their number: a code for our server, or an error text. */
export type PhoneNumberDetail = { code?: string; errMsg: string }
export type ButtonProps = {
  kind?: 'primary' | 'secondary' | 'danger' | 'text'
  onClick?: () => void
  /** Why it can't be pressed now. The button is greyed, the reason stands under it and is told on a click. */
  disabledReason?: string | null
  /** The request is on its way: presses are ignored and the words say so. */
  busy?: boolean
  /** WeChat's open capabilities. H5 shares by the browser, and draws no `getPhoneNumber` button. */
  openType?: 'share' | 'getPhoneNumber'
  onGetPhoneNumber?: (detail: PhoneNumberDetail) => void
  /** Accessible name where the words on it don't say enough, e.g. `取消报名:太极拳班`. */
  label?: string
  /** As wide as its column. Default: true for primary and danger. */
  block?: boolean
  children: ReactNode
}
