export type WechatSignInProps = {
  onDone: () => void
  /** WeChat can't, or the person won't: the other way in. */
  onOther: () => void
}
