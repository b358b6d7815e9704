export type WechatSignInProps = {
  /** To the privacy notice; without it nothing is asked of WeChat. */
  agreed: boolean
  onDone: () => void
  /** WeChat can't, or the person won't: the other way in. */
  onOther: () => void
}
