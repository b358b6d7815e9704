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
const Verdict = z.object({
  suggest: z.enum(['pass', 'review', 'risky']),
  /** A number in the documentation, a string in some pushes. */
  label: z.union([z.int(), z.string().check(z.regex(/^\d{1,6}$/))]),
})
export const TextVerdict = z.object({
  trace_id: z.string().check(z.minLength(1), z.maxLength(128)),
  result: Verdict,
})
export const PictureTaken = z.object({ trace_id: z.string().check(z.minLength(1), z.maxLength(128)) })
/** The event `wxa_media_check`; without a result when WeChat could not fetch the picture. */
export const MediaPush = z.object({
  Event: z.literal('wxa_media_check'),
  appid: z.string(),
  trace_id: z.string().check(z.minLength(1), z.maxLength(128)),
  errcode: z.optional(z.int()),
  result: z.optional(Verdict),
})

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
  43104: 'userUnknown',
  45011: 'tooOften',
  47003: 'badMessage',
  61010: 'userUnknown',
}

export function kindOf(errcode: number): WechatFailureKind {
  return kinds[errcode] ?? 'unexpected'
}

/** `invalid code, rid: 6371a1b2-0c3d4e5f-…` → the rid. Nothing else of errmsg is kept. */
export function ridOf(errmsg = '') {
  return /\brid: ([0-9a-f-]{1,60})/.exec(errmsg)?.[1] ?? null
}
