import { randomBytes } from 'node:crypto'
import type { Errcode } from './answer.ts'

/** How long a code from wx.login or the phone number button lives, in milliseconds. */
const CODE_LIFE = 5 * 60_000
/** The oldest are forgotten beyond this many. */
const KEPT = 10_000

type Entry<T> = { appId: string; value: T; issuedAt: number; used: boolean }
type Found<T> = { value: T; used: boolean; use(): void }

/**
 * One-time codes of one kind. `derive` reads a code that nobody issued (a demonstration's `demo-…`): it has
 * no age, so it is good once at any time, as long as it is not among the forgotten.
 */
export function createCodes<T>(now: () => number, derive: (code: string) => T | null) {
  const entries = new Map<string, Entry<T>>()

  function add(code: string, entry: Entry<T>) {
    entries.set(code, entry)
    const [oldest] = entries.keys()
    if (entries.size > KEPT && oldest !== undefined) entries.delete(oldest)
    return entry
  }

  return {
    issue(appId: string, value: T, code = randomBytes(16).toString('hex')) {
      add(code, { appId, value, issuedAt: now(), used: false })
      return code
    },

    /** Unknown, expired and another mini-program's codes all look the same. */
    find(appId: string, code: string): Found<T> | Errcode {
      const derived = derive(code)
      const entry =
        entries.get(code) ??
        (derived && add(code, { appId, value: derived, issuedAt: Number.POSITIVE_INFINITY, used: false }))
      if (!entry || entry.appId !== appId || now() - entry.issuedAt >= CODE_LIFE) return 40029
      return {
        value: entry.value,
        used: entry.used,
        use() {
          entry.used = true
        },
      }
    },
  }
}

export type LoginGrant = { openid: string; unionid?: string }
/** `openid` null: any user may exchange it. */
export type PhoneGrant = { openid: string | null; phone: string; countryCode: number }

/** `demo-login-<openid part>-<nonce>` is the user `demo-openid-<openid part>`. */
export function readDemoLogin(code: string): LoginGrant | null {
  const part = /^demo-login-(\w{1,40})-[\w-]{1,80}$/.exec(code)?.[1]
  return part === undefined ? null : { openid: `demo-openid-${part}` }
}

/** `demo-phone-<11 digits>-<nonce>` */
export function readDemoPhone(code: string): PhoneGrant | null {
  const phone = /^demo-phone-(\d{11})-[\w-]{1,80}$/.exec(code)?.[1]
  return phone === undefined ? null : { openid: null, phone, countryCode: 86 }
}
