import { z } from 'zod/mini'
import type { WechatFailureKind } from './gateway.ts'

/** Every answer may be this instead, always with HTTP status 200. Success omits errcode or says 0. */
export const Refused = z.object({ errcode: z.int(), errmsg: z.optional(z.string()) })

/** Unknown keys are stripped, so that `session_key` goes no further than this. */
export const Session = z.object({
  openid: z.string().check(z.minLength(1), z.maxLength(128)),
  /** Only when the mini-program is bound to an Open Platform account. */
  unionid: z.optional(z.string()),
})

export const AccessToken = z.object({
  access_token: z.string().check(z.minLength(1), z.maxLength(2048)),
  /** Seconds, at most 7200. */
  expires_in: z.int().check(z.minimum(1)),
})

export const PhoneAnswer = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string(),
    /** A number in the documentation, a string on the wire. */
    countryCode: z.union([z.string(), z.int()]),
  }),
})

/** Nothing but `errcode` 0, which `Refused` has let pass. */
export const Sent = z.object({ errcode: z.literal(0) })

const kinds: Record<number, WechatFailureKind> = {
  [-1]: 'busy',
  40001: 'tokenInvalid',
  40003: 'badMessage',
  40014: 'tokenInvalid',
  40029: 'codeInvalid',
  40037: 'badMessage',
  40125: 'tokenInvalid',
  40163: 'codeUsed',
  40226: 'highRisk',
  41030: 'badMessage',
  42001: 'tokenInvalid',
  43101: 'notSubscribed',
  45011: 'tooOften',
  47003: 'badMessage',
}

export function kindOf(errcode: number): WechatFailureKind {
  return kinds[errcode] ?? 'unexpected'
}

/** `invalid code, rid: 6371a1b2-0c3d4e5f-…` → the rid. Nothing else of errmsg is kept. */
export function ridOf(errmsg = '') {
  return /\brid: ([0-9a-f-]{1,60})/.exec(errmsg)?.[1] ?? null
}
