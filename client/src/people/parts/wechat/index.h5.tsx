import type { WechatSignInProps } from './types.ts'

/** A browser signs in by text message alone. */
export const WechatSignIn: (props: WechatSignInProps) => null = () => null
